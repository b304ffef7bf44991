package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The bot will never speak with these: the saga flows back from here. */
@On(Topic.ENGINE_JOB_EVENTS)
public record CredentialsRejected(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
