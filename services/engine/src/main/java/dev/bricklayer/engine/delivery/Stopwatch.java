package dev.bricklayer.engine.delivery;

import java.time.Duration;

/** How long ago something happened, by the monotonic clock of this process. */
@FunctionalInterface
interface Stopwatch {

  /** Since it was started. */
  Duration elapsed();

  /** Starts one. */
  static Stopwatch start() {
    long started = System.nanoTime();
    return () -> Duration.ofNanos(System.nanoTime() - started);
  }
}
