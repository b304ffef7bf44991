package dev.bricklayer.simulator.faults;

import java.time.Duration;

/** What goes wrong with a call. */
public sealed interface Effect {

  /** The call goes on, later. */
  record Delay(Duration duration) implements Effect {}

  /** The caller hears this status, a 5xx mostly. */
  record Fail(int status) implements Effect {}

  /**
   * The caller hears 429.
   *
   * @param retryAfter the header as it stands, sense or nonsense; empty for no header
   */
  record Throttle(String retryAfter) implements Effect {}

  /** The connection is reset. */
  record Reset() implements Effect {}

  /** Nothing is ever answered: until the faults are cleared, then the connection is reset. */
  record Hang() implements Effect {}
}
