package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** Only the new credentials are kept. */
@On(Topic.STORAGE_JOB_EVENTS)
public record OldCredentialsDropped(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
