package dev.bricklayer.messaging;

import java.time.Duration;

/**
 * How a call to the outside went.
 *
 * @param <O> the outcome's class
 */
public sealed interface Attempt<O> {

  /** It was answered, be it with a yes or a no. */
  record Answered<O>(O outcome) implements Attempt<O> {}

  /**
   * It was not answered, or asked to come back: another attempt follows.
   *
   * @param after the least time to wait; the intent's own backoff may be longer
   * @param why for the log and the operator; no payload, no token
   */
  record Later<O>(Duration after, String why) implements Attempt<O> {}
}
