package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * Reminders that were too late, and by their job's rule are not posted any more.
 *
 * @param occurrence the name of the last of them
 * @param first the first instant of those missed in a row
 * @param plannedAt the last
 * @param count how many
 * @param at when it was decided, by the database's clock
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record ReminderMissed(
    BotId botId,
    JobId jobId,
    UUID occurrence,
    Instant first,
    Instant plannedAt,
    int count,
    Instant at)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
