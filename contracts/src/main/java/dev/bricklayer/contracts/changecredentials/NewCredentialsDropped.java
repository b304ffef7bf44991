package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link CredentialsKept}: only the old credentials are kept.
 *
 * @param refusal why the saga is undone
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record NewCredentialsDropped(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
