package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Exponential backoff with full jitter: anything between nothing and the doubled wait. */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  private static final int MOST_DOUBLINGS = 20;

  Backoff(Duration first, Duration longest) {
    this(first, longest, () -> ThreadLocalRandom.current().nextLong());
  }

  /**
   * How long to wait before the next try.
   *
   * @param failures how many tries have failed, from 1
   */
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    return Duration.ofMillis(random.nextLong(Math.min(doubled, longest.toMillis()) + 1));
  }
}
