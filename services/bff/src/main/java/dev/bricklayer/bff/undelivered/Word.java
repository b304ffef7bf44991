package dev.bricklayer.bff.undelivered;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;

/** Something that somebody has to hear. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "word")
sealed interface Word {

  /** A reminder was not posted. */
  record Undelivered(ReminderUndeliverable event) implements Word {}

  /** A reminder stands still. */
  record JobStopped(JobSilenced event) implements Word {}

  /** A reminder will notify nobody. */
  record Muted(MentionsChecked event) implements Word {}

  /** A bot stands still. */
  record BotStopped(BotSilenced event) implements Word {}
}
