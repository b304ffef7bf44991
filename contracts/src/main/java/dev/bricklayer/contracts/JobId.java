package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a job of a bot. On the wire it is the bare UUID. */
public record JobId(@JsonValue UUID value) {

  /** Reads what the wire carries. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JobId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
