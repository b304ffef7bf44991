package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link ChannelJoined}: the bot is in no channel that it was let into for this
 * revision alone, and never will be.
 *
 * @param refusal why the saga is undone
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record ChannelLeft(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
