package dev.bricklayer.contracts.deleteuser;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * Nothing here is that person's any more, and nothing will be.
 *
 * @param deleted how many of their bots were deleted
 * @param handedOver how many have another owner now
 */
@On(Topic.CONSTRUCTOR_OWNER_EVENTS)
public record UserBotsGone(PersonId personId, int deleted, int handedOver) implements Message {

  @Override
  public String key() {
    return personId.toString();
  }
}
