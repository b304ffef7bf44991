package dev.bricklayer.contracts.deleteuser;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants their account gone. Said again until it is: each time with a greater attempt.
 *
 * @param heir who gets the bots, and has agreed to it by a code; absent when they are to be deleted
 * @param attempt 1 for the first time
 */
@On(Topic.USER_ACCOUNT_EVENTS)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserDeletionBegun(PersonId personId, @Nullable PersonId heir, int attempt)
    implements Message {

  @Override
  public String key() {
    return personId.toString();
  }
}
