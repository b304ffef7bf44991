package dev.bricklayer.simulator.api;

/**
 * The rate limiter's settings, off on a real server unless an administrator wants it.
 *
 * @param perSecond calls that an address gets back per second
 * @param maxBurst calls it may make at once, beside one
 */
public record RateLimit(int perSecond, int maxBurst) {

  /** What a real server takes when it is just switched on. */
  public static final RateLimit USUAL = new RateLimit(10, 100);

  /** Checks that calls remain possible. */
  public RateLimit {
    if (perSecond < 1 || maxBurst < 0) {
      throw new IllegalArgumentException("A rate limit lets at least one call a second through");
    }
  }
}
