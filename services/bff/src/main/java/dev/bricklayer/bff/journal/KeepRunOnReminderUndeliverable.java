package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.undelivered.TellOwners;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Whoever owns it hears of it besides, with its text. */
@Component
class KeepRunOnReminderUndeliverable implements Reaction<ReminderUndeliverable> {

  private final JournalRepository journal;
  private final TellOwners owners;

  KeepRunOnReminderUndeliverable(JournalRepository journal, TellOwners owners) {
    this.journal = journal;
    this.owners = owners;
  }

  @Override
  public Class<ReminderUndeliverable> reactsTo() {
    return ReminderUndeliverable.class;
  }

  @Override
  public void react(Received<ReminderUndeliverable> message, Outgoing out) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
    owners.undelivered(message.body());
  }
}
