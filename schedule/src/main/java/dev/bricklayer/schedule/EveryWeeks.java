package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some weekdays of every week, of every second week and so on.
 *
 * <p>Weeks begin on Monday. The week that {@code from} lies in counts as the first one; days of it
 * that lie before {@code from} are left out.
 *
 * @param weeks 1 to {@value #MOST_WEEKS}
 * @param on at least one day
 * @param at local time, a whole minute
 * @param from the first day that can fire; null only when every week counts
 */
public record EveryWeeks(int weeks, Set<DayOfWeek> on, LocalTime at, @Nullable LocalDate from)
    implements Rule {

  /** The longest distance between two weeks that count. */
  public static final int MOST_WEEKS = 52;

  /** Refuses what no schedule can mean. */
  public EveryWeeks {
    if (weeks < 1 || weeks > MOST_WEEKS || on.isEmpty() || (from == null && weeks > 1)) {
      throw new IllegalArgumentException(
          "Every %s weeks on %s from %s is no rule".formatted(weeks, on, from));
    }
    on = Collections.unmodifiableSet(EnumSet.copyOf(on));
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public @Nullable LocalDateTime firstFrom(LocalDateTime start) {
    LocalDate day = start.toLocalDate();
    if (at.isBefore(start.toLocalTime())) {
      day = day.plusDays(1);
    }
    if (from != null && day.isBefore(from)) {
      day = from;
    }
    return firstDayFrom(day).atTime(at);
  }

  private LocalDate firstDayFrom(LocalDate start) {
    LocalDate day = start;
    while (!on.contains(day.getDayOfWeek()) || weeksToWait(day) > 0) {
      int wait = weeksToWait(day);
      day = wait > 0 ? monday(day).plusWeeks(wait) : day.plusDays(1);
    }
    return day;
  }

  /** 0 for a day in a week that counts, else how many weeks later the next one begins. */
  private int weeksToWait(LocalDate day) {
    if (from == null) {
      return 0;
    }
    long since = ChronoUnit.WEEKS.between(monday(from), monday(day));
    return Math.floorMod(-since, weeks);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @Override
  public boolean firesInBothPasses() {
    return false;
  }
}
