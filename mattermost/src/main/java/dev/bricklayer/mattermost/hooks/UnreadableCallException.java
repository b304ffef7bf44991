package dev.bricklayer.mattermost.hooks;

/** A call that Mattermost does not make: something else has made it. */
public final class UnreadableCallException extends RuntimeException {

  UnreadableCallException(String what) {
    super(what);
  }

  UnreadableCallException(String what, Throwable cause) {
    super(what, cause);
  }
}
