package dev.bricklayer.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The last day of every month, be it the 28th or the 31st.
 *
 * @param at local time, a whole minute
 */
public record LastDayOfMonth(LocalTime at) implements Rule {

  /** How the wire form names it, where others name a weekday of the month. */
  static final String NAME = "last DAY";

  /** Cuts what is finer than a minute. */
  public LastDayOfMonth {
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public LocalDateTime firstFrom(LocalDateTime from) {
    LocalDate last = YearMonth.from(from).atEndOfMonth();
    return last.atTime(at).isBefore(from)
        ? YearMonth.from(from).plusMonths(1).atEndOfMonth().atTime(at)
        : last.atTime(at);
  }

  @Override
  public boolean firesInBothPasses() {
    return false;
  }
}
