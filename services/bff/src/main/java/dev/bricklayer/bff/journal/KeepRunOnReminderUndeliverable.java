package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnReminderUndeliverable implements Reaction<ReminderUndeliverable> {

  private final JournalRepository journal;

  KeepRunOnReminderUndeliverable(JournalRepository journal) {
    this.journal = journal;
  }

  @Override
  public Class<ReminderUndeliverable> reactsTo() {
    return ReminderUndeliverable.class;
  }

  @Override
  public void react(Received<ReminderUndeliverable> message, Outgoing out) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
  }
}
