package dev.bricklayer.constructor.managed;

import java.time.Duration;

/** Mattermost did not answer, or not in its own words: the attempt is made again. */
class NotNowException extends RuntimeException {

  /** Backoff beyond it is the intent's. */
  private static final Duration SOON = Duration.ofMillis(200);

  private final transient Duration after;

  NotNowException(Duration after, String why) {
    super(why);
    this.after = after;
  }

  NotNowException(String why) {
    this(SOON, why);
  }

  /** The least time to wait. */
  Duration after() {
    return after;
  }
}
