package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The bot stays as it is, or was gone before. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotDeletionRefused(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
