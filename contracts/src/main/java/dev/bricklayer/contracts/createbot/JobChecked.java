package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The job would fire: the bot's account may be made.
 *
 * @param channel where the bot is to speak
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JobChecked(
    BotId botId, JobId jobId, ChannelRef channel, String requester, Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
