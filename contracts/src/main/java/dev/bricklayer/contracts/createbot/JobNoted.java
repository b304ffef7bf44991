package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The first job of a bot is kept whose account is yet to be made.
 *
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobNoted(BotId botId, Job firstJob, String requester, Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
