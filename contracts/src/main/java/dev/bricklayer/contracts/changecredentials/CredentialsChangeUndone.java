package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link CredentialsVerified}: the bot is as it was. Ends the saga.
 *
 * @param refusal why the saga was undone
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record CredentialsChangeUndone(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
