package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * Asks for a bot together with its first job.
 *
 * @param deadline after it the initiator gives the saga up; whoever calls outside may stop trying
 *     then
 */
@On(Topic.CONSTRUCTOR_BOT_COMMANDS)
public record CreateBot(
    BotId botId,
    PersonId owner,
    String name,
    Credentials credentials,
    Job firstJob,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
