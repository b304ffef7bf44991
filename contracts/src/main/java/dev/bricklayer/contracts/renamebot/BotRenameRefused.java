package dev.bricklayer.contracts.renamebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The bot keeps its name. Ends the saga. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotRenameRefused(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
