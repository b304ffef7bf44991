package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnReminderMissed implements Reaction<ReminderMissed> {

  private final JournalRepository journal;

  KeepRunOnReminderMissed(JournalRepository journal) {
    this.journal = journal;
  }

  @Override
  public Class<ReminderMissed> reactsTo() {
    return ReminderMissed.class;
  }

  @Override
  public void react(Received<ReminderMissed> message, Outgoing out) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
  }
}
