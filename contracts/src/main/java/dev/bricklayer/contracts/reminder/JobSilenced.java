package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * A job stands still from now on, and nothing was lost to that yet: it was found out ahead. Where a
 * reminder found it out, {@link ReminderUndeliverable} says so.
 *
 * @param code what stands against it until somebody mends it
 * @param at when it was found out, by the database's clock
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record JobSilenced(BotId botId, JobId jobId, RefusalCode code, Instant at)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
