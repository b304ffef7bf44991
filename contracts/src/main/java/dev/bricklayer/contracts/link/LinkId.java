package dev.bricklayer.contracts.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names one attempt to link: what was typed, what was asked then, and how it ended. On the wire it
 * is the bare UUID.
 */
public record LinkId(@JsonValue UUID value) {

  /** Reads what the wire carries. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LinkId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
