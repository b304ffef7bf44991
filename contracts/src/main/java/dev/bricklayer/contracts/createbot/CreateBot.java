package dev.bricklayer.contracts.createbot;

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
 * Asks for a bot together with its first job.
 *
 * @param requester Mattermost's id of whoever asks: the bot may speak only where they could; absent
 *     where the person is linked to nobody there
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
    @Nullable String requester,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
