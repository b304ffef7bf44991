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
import org.jspecify.annotations.Nullable;

/**
 * Sealed credentials and the first job are kept, not yet current.
 *
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could; absent
 *     where the person is linked to nobody there
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobStored(
    BotId botId,
    PersonId owner,
    Credentials credentials,
    BotAccount account,
    Job firstJob,
    @Nullable String requester,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
