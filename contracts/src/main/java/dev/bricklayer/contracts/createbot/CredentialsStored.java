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

/**
 * The sealed token of the account that was made is kept beside the first job, not yet current.
 *
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record CredentialsStored(
    BotId botId,
    PersonId owner,
    Credentials credentials,
    BotAccount account,
    Job firstJob,
    String requester,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
