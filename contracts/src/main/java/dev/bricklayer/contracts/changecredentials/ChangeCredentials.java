package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * Asks for new credentials of a bot, of the kind it has.
 *
 * @param owner whose bot it is: somebody else's is left alone
 * @param deadline after it the initiator gives the saga up; whoever calls outside may stop trying
 *     then
 */
@On(Topic.CONSTRUCTOR_BOT_COMMANDS)
public record ChangeCredentials(
    BotId botId, PersonId owner, Credentials credentials, Instant deadline) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
