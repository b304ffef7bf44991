package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * One weekday of every month: the second Tuesday, the last Friday. Months without a fifth such
 * weekday are passed over.
 *
 * @param at local time, a whole minute
 */
public record MonthlyWeekday(Ordinal ordinal, DayOfWeek day, LocalTime at) implements Rule {

  /** Which of a month's weekdays of one name. */
  public enum Ordinal {
    FIRST(1, "1st"),
    SECOND(2, "2nd"),
    THIRD(3, "3rd"),
    FOURTH(4, "4th"),
    FIFTH(5, "5th"),
    LAST(-1, "last");

    private final int number;
    private final String text;

    Ordinal(int number, String text) {
      this.number = number;
      this.text = text;
    }

    /** As the wire form writes it. */
    public String text() {
      return text;
    }
  }

  /** Cuts what is finer than a minute. */
  public MonthlyWeekday {
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public @Nullable LocalDateTime firstFrom(LocalDateTime from) {
    YearMonth month = YearMonth.from(from);
    while (true) {
      LocalDate date = in(month);
      if (date != null && !date.atTime(at).isBefore(from)) {
        return date.atTime(at);
      }
      month = month.plusMonths(1);
    }
  }

  private @Nullable LocalDate in(YearMonth month) {
    LocalDate date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal.number, day));
    return YearMonth.from(date).equals(month) ? date : null;
  }

  @Override
  public boolean firesInBothPasses() {
    return false;
  }
}
