package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The bot has its account in Mattermost, which is where it is to speak, and its token, sealed.
 *
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record AccountMade(
    BotId botId,
    PersonId owner,
    Credentials.Managed credentials,
    BotAccount account,
    String requester,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
