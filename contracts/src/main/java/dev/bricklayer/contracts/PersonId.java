package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names the person who owns a bot: an account of the user service or a Mattermost identity. On the
 * wire it is the bare UUID.
 */
public record PersonId(@JsonValue UUID value) {

  /** Reads what the wire carries. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
