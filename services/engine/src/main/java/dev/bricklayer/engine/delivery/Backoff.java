package dev.bricklayer.engine.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double, with full jitter: whoever failed together does not come back together. */
final class Backoff {

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** A wait after the n-th attempt. */
  Duration after(int attempt) {
    int doublings = Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS);
    Duration most = first.multipliedBy(1L << doublings);
    Duration bound = most.compareTo(longest) < 0 ? most : longest;
    return LEAST.plusMillis(random.nextLong(Math.max(1, bound.toMillis())));
  }

  /** At least what was asked for, and jitter on top: everybody else was told the same. */
  Duration after(int attempt, Duration asked) {
    return asked.plus(after(attempt));
  }
}
