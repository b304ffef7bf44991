package dev.bricklayer.messaging;

import org.jspecify.annotations.Nullable;

/** A message that no retry can make readable. It goes to the dead letters at once. */
public final class UnreadableMessageException extends RuntimeException {

  /** What cannot be read. */
  public UnreadableMessageException(String message) {
    this(message, null);
  }

  /** What cannot be read, and why. */
  public UnreadableMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
