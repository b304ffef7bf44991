package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * The bot gets no account. What was made of it until then is taken back when the name is released.
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record AccountRefused(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
