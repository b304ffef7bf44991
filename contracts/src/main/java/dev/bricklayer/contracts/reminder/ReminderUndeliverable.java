package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that nobody tries to post any more.
 *
 * @param occurrence its name in Mattermost
 * @param plannedAt its instant
 * @param at when it was given up, by the database's clock
 * @param maybePosted whether it may stand in the channel nevertheless, because nobody could find
 *     out
 * @param code what stands against it until somebody mends it, or {@code timed-out} for what was
 *     asked for beside the schedule; absent when the next may fare better
 * @param reason for whoever looks after the installation, in English
 * @param channelId Mattermost's id of the channel
 * @param text the whole of what was to be said
 * @param manual whether somebody asked for it beside the schedule
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record ReminderUndeliverable(
    BotId botId,
    JobId jobId,
    UUID occurrence,
    Instant plannedAt,
    Instant at,
    boolean maybePosted,
    @Nullable RefusalCode code,
    String reason,
    String channelId,
    String text,
    boolean manual)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
