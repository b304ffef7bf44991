package dev.bricklayer.contracts.deleteuser;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The account stays as it was. Ends the saga. */
@On(Topic.USER_ACCOUNT_EVENTS)
public record UserKept(PersonId personId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return personId.toString();
  }
}
