package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** Nothing of the bot is left but tombstones. Ends the saga. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotDeleted(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
