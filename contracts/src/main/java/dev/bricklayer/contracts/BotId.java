package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a bot, chosen by whoever asks for its creation. On the wire it is the bare UUID. */
public record BotId(@JsonValue UUID value) {

  /** Reads what the wire carries. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BotId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
