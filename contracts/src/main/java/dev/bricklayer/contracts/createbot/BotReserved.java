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
 * The name is the owner's and the credentials are those of a living bot account.
 *
 * @param account the Mattermost account the bot speaks as
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotReserved(
    BotId botId,
    PersonId owner,
    String name,
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
