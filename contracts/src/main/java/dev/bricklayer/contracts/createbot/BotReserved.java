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
 * The name is the owner's, and the credentials are those of a living bot account, or an account can
 * be made.
 *
 * @param account the Mattermost account the bot speaks as; absent where it is yet to be made
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could; absent
 *     where the person is linked to nobody there
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotReserved(
    BotId botId,
    PersonId owner,
    String name,
    Credentials credentials,
    @Nullable BotAccount account,
    Job firstJob,
    @Nullable String requester,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
