package dev.bricklayer.schedule;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence, and then no more.
 *
 * @param at local date and time, a whole minute
 */
public record Once(LocalDateTime at) implements Rule {

  /** Refuses seconds: schedules are exact to the minute. */
  public Once {
    if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("A one-off is due at a whole minute, not at " + at);
    }
  }

  @Override
  public @Nullable LocalDateTime firstFrom(LocalDateTime from) {
    return at.isBefore(from) ? null : at;
  }

  @Override
  public boolean firesInBothPasses() {
    return false;
  }
}
