package dev.bricklayer.contracts.deleteuser;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** Not all of the bots can go to the heir, so none has. */
@On(Topic.CONSTRUCTOR_OWNER_EVENTS)
public record HandoverRefused(PersonId personId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return personId.toString();
  }
}
