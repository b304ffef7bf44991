package dev.bricklayer.engine.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What answers have said about the allowance since it was last written down.
 *
 * @param size calls that fit into the bucket
 * @param remaining the fewest calls that were said to be left in it
 * @param age how long ago that was heard
 * @param bounds what was learnt about the rate
 */
record Heard(int size, int remaining, Duration age, RateBounds bounds) {

  /**
   * Everything that is to be written down.
   *
   * @param heard null when no limiter told numbers
   * @param hold how long nothing may be sent from now on, as one said who told no numbers; zero
   *     when nobody did
   * @param returned calls that were leased here and not made
   */
  record News(@Nullable Heard heard, Duration hold, int returned) {

    boolean isNothing() {
      return heard == null && hold.isZero() && returned == 0;
    }
  }
}
