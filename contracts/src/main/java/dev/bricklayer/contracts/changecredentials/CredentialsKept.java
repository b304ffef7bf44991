package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/** The new sealed credentials are kept beside the old ones, which are still in use. */
@On(Topic.STORAGE_JOB_EVENTS)
public record CredentialsKept(
    BotId botId, Credentials credentials, BotAccount account, Instant deadline) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
