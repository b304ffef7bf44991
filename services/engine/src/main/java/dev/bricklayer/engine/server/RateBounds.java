package dev.bricklayer.engine.server;

import dev.bricklayer.mattermost.Allowance;

/**
 * Between which rates a limiter's refill is known to lie, in calls a second. A limiter tells whole
 * calls and whole seconds, so one answer says little; what several have said holds together, and
 * soon one whole number is left, which is what Mattermost's setting is. Only a bucket that holds
 * less than a second's worth tells no more than that: deliveries go at that rate then, unless a
 * setting says a higher one.
 *
 * @param atLeast the rate is greater than this
 * @param atMost the rate is less than this
 */
record RateBounds(double atLeast, double atMost) {

  static final RateBounds UNKNOWN = new RateBounds(0, Double.POSITIVE_INFINITY);

  /**
   * What one answer says. Of {@code used} calls the last may have come back in part, and of the
   * seconds until the bucket is full the last may have passed in part.
   */
  static RateBounds of(Allowance said) {
    double used = (double) said.limit() - said.remaining();
    long seconds = said.fullAgainIn().toSeconds();
    if (used <= 0 || seconds <= 0) {
      return UNKNOWN;
    }
    double atMost = seconds == 1 ? Double.POSITIVE_INFINITY : used / (seconds - 1);
    return new RateBounds((used - 1) / seconds, atMost);
  }

  /** Both hold; where they contradict each other the setting was changed: the newer counts. */
  RateBounds and(RateBounds newer) {
    RateBounds both =
        new RateBounds(Math.max(atLeast, newer.atLeast), Math.min(atMost, newer.atMost));
    return both.atLeast >= both.atMost ? newer : both;
  }

  /** The least whole number that fits; where none does, the middle. */
  double perSecond() {
    double whole = Math.floor(atLeast) + 1;
    return whole < atMost ? whole : (atLeast + atMost) / 2;
  }
}
