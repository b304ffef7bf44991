package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The new credentials are those of a living bot account, and the bot is in this saga's hands.
 *
 * @param account the Mattermost account the bot is to speak as
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record CredentialsVerified(
    BotId botId, Credentials credentials, BotAccount account, Instant deadline) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
