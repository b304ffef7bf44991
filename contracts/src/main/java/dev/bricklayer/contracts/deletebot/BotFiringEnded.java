package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** None of the bot's jobs will ever post again, and what was being posted has ended. */
@On(Topic.ENGINE_JOB_EVENTS)
public record BotFiringEnded(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
