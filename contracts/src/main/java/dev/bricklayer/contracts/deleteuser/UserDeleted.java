package dev.bricklayer.contracts.deleteuser;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/** The account is erased. Ends the saga. */
@On(Topic.USER_ACCOUNT_EVENTS)
public record UserDeleted(PersonId personId, int deleted, int handedOver) implements Message {

  @Override
  public String key() {
    return personId.toString();
  }
}
