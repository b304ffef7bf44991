package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link BotReserved}: the name is free again. Ends the saga.
 *
 * @param refusal why the saga was undone
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record NameReleased(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
