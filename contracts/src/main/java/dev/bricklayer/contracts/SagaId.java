package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names one run of a saga; people meet it as the id of an operation. On the wire it is the bare
 * UUID.
 */
public record SagaId(@JsonValue UUID value) {

  /** Reads what the wire carries. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SagaId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
