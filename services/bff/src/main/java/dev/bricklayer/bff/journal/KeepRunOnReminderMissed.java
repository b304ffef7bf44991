package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnReminderMissed implements RepeatableReaction<ReminderMissed> {

  private final JournalRepository journal;

  KeepRunOnReminderMissed(JournalRepository journal) {
    this.journal = journal;
  }

  @Override
  public Class<ReminderMissed> reactsTo() {
    return ReminderMissed.class;
  }

  @Override
  public void react(Received<ReminderMissed> message) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
  }
}
