package dev.bricklayer.testkit.checker;

import java.time.Instant;

/**
 * When a change came into force: somewhere between these two, by the database's clock.
 *
 * @param asked it was not in force before
 * @param acknowledged it was in force from here on
 */
public record Moment(Instant asked, Instant acknowledged) {

  /**
   * Checks that it can have happened.
   *
   * @throws IllegalArgumentException if it was acknowledged before it was asked for
   */
  public Moment {
    if (acknowledged.isBefore(asked)) {
      throw new IllegalArgumentException(
          "acknowledged %s, asked %s".formatted(acknowledged, asked));
    }
  }

  /** Known to the point. */
  public static Moment at(Instant instant) {
    return new Moment(instant, instant);
  }
}
