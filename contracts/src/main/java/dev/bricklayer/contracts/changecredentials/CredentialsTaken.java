package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** The pivot: the bot speaks with the new credentials from now on. */
@On(Topic.ENGINE_JOB_EVENTS)
public record CredentialsTaken(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
