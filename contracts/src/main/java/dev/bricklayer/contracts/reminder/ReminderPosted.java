package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder stands in its channel.
 *
 * @param occurrence its name in Mattermost: the post carries it
 * @param plannedAt its instant
 * @param at when it was known to stand there, by the database's clock
 * @param channelId Mattermost's id of the channel
 * @param postId Mattermost's id of the post
 * @param manual whether somebody asked for it beside the schedule
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record ReminderPosted(
    BotId botId,
    JobId jobId,
    UUID occurrence,
    Instant plannedAt,
    Instant at,
    String channelId,
    String postId,
    boolean manual)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
