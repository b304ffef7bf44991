package dev.bricklayer.sealing;

import org.jspecify.annotations.Nullable;

/** A text that the service's own key, as it is set here, does not open. */
public final class UnopenableTextException extends RuntimeException {

  UnopenableTextException(String purpose, @Nullable Throwable cause) {
    super("what was sealed as " + purpose + " cannot be opened with the key set here", cause);
  }
}
