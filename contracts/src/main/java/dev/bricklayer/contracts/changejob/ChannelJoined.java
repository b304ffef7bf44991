package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * The managed bot is in the channel.
 *
 * @param revision for which
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record ChannelJoined(BotId botId, RevisionStored revision) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
