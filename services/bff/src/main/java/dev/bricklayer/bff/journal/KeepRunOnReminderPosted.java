package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnReminderPosted implements RepeatableReaction<ReminderPosted> {

  private final JournalRepository journal;

  KeepRunOnReminderPosted(JournalRepository journal) {
    this.journal = journal;
  }

  @Override
  public Class<ReminderPosted> reactsTo() {
    return ReminderPosted.class;
  }

  @Override
  public void react(Received<ReminderPosted> message) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
  }
}
