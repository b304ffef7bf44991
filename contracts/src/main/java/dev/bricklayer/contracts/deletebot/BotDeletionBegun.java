package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** The pivot: the bot is on its way out and its name is free. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotDeletionBegun(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
