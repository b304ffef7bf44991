package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnReminderPosted implements Reaction<ReminderPosted> {

  private final JournalRepository journal;

  KeepRunOnReminderPosted(JournalRepository journal) {
    this.journal = journal;
  }

  @Override
  public Class<ReminderPosted> reactsTo() {
    return ReminderPosted.class;
  }

  @Override
  public void react(Received<ReminderPosted> message, Outgoing out) {
    journal.keep(message.body().jobId(), Entry.of(message.body()));
  }
}
