package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * What a bot is, as constructor says it.
 *
 * @param version grows with every change; what is older than what a reader has is skipped
 */
@On(Topic.CONSTRUCTOR_BOT_STATE)
public record BotState(
    BotId botId, PersonId owner, String name, String username, Status status, long version)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }

  /** A bot's status; DELETED is the tombstone of the state topic. */
  public enum Status {
    PENDING,
    ACTIVE,
    DELETING,
    DELETED
  }
}
