package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/** Sealed credentials and the first job are kept, not yet current. */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobStored(
    BotId botId,
    PersonId owner,
    Credentials credentials,
    BotAccount account,
    Job firstJob,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
