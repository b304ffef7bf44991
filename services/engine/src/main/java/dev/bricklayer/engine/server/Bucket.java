package dev.bricklayer.engine.server;

import java.time.Duration;
import java.time.Instant;

/**
 * The rate limiter's bucket as all engine copies believe it to be. Pure.
 *
 * <p>It holds less than the real one by what is on its way there, never knowingly more: calls count
 * when they are leased, and what others use out of the same bucket, such as people, shows in the
 * answers.
 *
 * @param perSecond calls that come back in a second
 * @param bounds what is known about that
 * @param size calls in the full bucket
 * @param level calls in it at {@code at}
 * @param at by the database's clock
 * @param heldUntil nothing is leased before
 */
record Bucket(
    double perSecond, RateBounds bounds, int size, double level, Instant at, Instant heldUntil) {

  /** Which of so many may be made now; where it is none, when to ask again. */
  record Grant(Bucket after, int calls, Duration again) {}

  /** A limiter that nobody had heard of before. */
  static Bucket first(Heard heard, Instant now) {
    Bucket full =
        new Bucket(
            heard.bounds().perSecond(),
            heard.bounds(),
            heard.size(),
            heard.size(),
            now,
            Instant.EPOCH);
    return full.hears(heard, now);
  }

  /** One that was told by a setting, full. */
  static Bucket known(double perSecond, int size, Instant now) {
    return new Bucket(perSecond, RateBounds.UNKNOWN, size, size, now, Instant.EPOCH);
  }

  /** The same, so much later. The database's clock may have been read before another's turn. */
  Bucket at(Instant now) {
    if (!now.isAfter(at)) {
      return this;
    }
    double refilled = level + perSecond * seconds(Duration.between(at, now));
    return new Bucket(perSecond, bounds, size, Math.min(size, refilled), now, heldUntil);
  }

  /**
   * Never more than an answer said and what has come back since. It is not believed upwards: calls
   * that others have leased may be on their way.
   */
  Bucket hears(Heard heard, Instant now) {
    Bucket then = at(now);
    double said = Math.min(heard.size(), heard.remaining() + perSecond * seconds(heard.age()));
    return new Bucket(
        perSecond,
        bounds.and(heard.bounds()),
        heard.size(),
        Math.min(then.level, said),
        then.at,
        heldUntil);
  }

  /** Refilled at this rate from now on. */
  Bucket goingBy(double rate) {
    return new Bucket(rate, bounds, size, level, at, heldUntil);
  }

  Bucket returned(int calls) {
    return new Bucket(perSecond, bounds, size, Math.min(size, level + calls), at, heldUntil);
  }

  Bucket held(Instant until) {
    return new Bucket(
        perSecond, bounds, size, level, at, until.isAfter(heldUntil) ? until : heldUntil);
  }

  /** Leases up to so many calls, and leaves the reserve where it is. */
  Grant grant(int wish, int reserve, Instant now) {
    Bucket then = at(now);
    if (heldUntil.isAfter(now)) {
      return new Grant(then, 0, Duration.between(now, heldUntil));
    }
    int calls = (int) Math.clamp(Math.floor(then.level - reserve), 0, wish);
    if (calls == 0) {
      double missing = reserve + 1 - then.level;
      return new Grant(then, 0, Duration.ofNanos((long) (missing / perSecond * 1e9)));
    }
    Bucket after = new Bucket(perSecond, bounds, size, then.level - calls, then.at, heldUntil);
    return new Grant(after, calls, Duration.ZERO);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
