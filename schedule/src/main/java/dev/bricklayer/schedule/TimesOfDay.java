package dev.bricklayer.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The local times at which a rule is due on each of its days.
 *
 * @param minutes minutes since midnight, ascending, at least one
 */
record TimesOfDay(List<Integer> minutes) {

  private static final int MINUTES_OF_DAY = 24 * 60;

  /** Up to here a list is easier to read than any pattern. */
  private static final int SHORT_LIST = 4;

  /** Up to here a list is still easier to read than minutes and hours apart. */
  private static final int LONG_LIST = 8;

  /** How a person would say them. */
  sealed interface Shape {

    /** One by one. */
    record Listed(List<LocalTime> times) implements Shape {}

    /**
     * At equal distances.
     *
     * @param minutes the distance
     * @param wholeDay whether the same distance lies between the last and the next day's first
     */
    record Stepping(int minutes, LocalTime first, LocalTime last, boolean wholeDay)
        implements Shape {}

    /** The same minutes in each of some hours. */
    record MinutesOfHours(List<Integer> minutes, List<Integer> hours) implements Shape {}
  }

  static TimesOfDay of(Rule rule) {
    return switch (rule) {
      case Cron cron -> of(cron);
      case Once once -> of(once.at().toLocalTime());
      case EveryWeeks every -> of(every.at());
      case MonthlyWeekday every -> of(every.at());
      case LastDayOfMonth every -> of(every.at());
    };
  }

  private static TimesOfDay of(LocalTime time) {
    return new TimesOfDay(List.of(time.getHour() * 60 + time.getMinute()));
  }

  private static TimesOfDay of(Cron cron) {
    return new TimesOfDay(
        cron.hour()
            .values()
            .flatMap(hour -> cron.minute().values().map(minute -> hour * 60 + minute))
            .boxed()
            .toList());
  }

  /** The smallest distance between two local times of the rule, across midnight included. */
  static Duration smallestInterval(Rule rule) {
    List<Integer> minutes = of(rule).minutes;
    int withinDay =
        IntStream.range(1, minutes.size())
            .map(i -> minutes.get(i) - minutes.get(i - 1))
            .min()
            .orElse(MINUTES_OF_DAY);
    int acrossMidnight = MINUTES_OF_DAY - minutes.getLast() + minutes.getFirst();
    return Duration.ofMinutes(
        acrossMidnight < withinDay && onConsecutiveDays(rule) ? acrossMidnight : withinDay);
  }

  /** Looks at eight years, which hold every length of month and year. */
  private static boolean onConsecutiveDays(Rule rule) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    LocalDate last = start.minusDays(2);
    LocalDateTime next = rule.firstFrom(start.atStartOfDay());
    while (next != null && next.toLocalDate().isBefore(start.plusYears(8))) {
      if (next.toLocalDate().equals(last.plusDays(1))) {
        return true;
      }
      last = next.toLocalDate();
      next = rule.firstFrom(last.plusDays(1).atStartOfDay());
    }
    return false;
  }

  static Shape shapeOf(Cron cron) {
    TimesOfDay times = of(cron);
    Shape.Stepping stepping = times.stepping();
    if (times.minutes.size() > SHORT_LIST && stepping != null) {
      return stepping;
    }
    return times.minutes.size() <= LONG_LIST
        ? new Shape.Listed(times.asLocalTimes())
        : new Shape.MinutesOfHours(
            cron.minute().values().boxed().toList(), cron.hour().values().boxed().toList());
  }

  private Shape.@Nullable Stepping stepping() {
    int step = Numbers.step(minutes);
    if (step == 0) {
      return null;
    }
    List<LocalTime> times = asLocalTimes();
    boolean wholeDay = step * minutes.size() == MINUTES_OF_DAY;
    return new Shape.Stepping(step, times.getFirst(), times.getLast(), wholeDay);
  }

  private List<LocalTime> asLocalTimes() {
    return minutes.stream().map(m -> LocalTime.of(m / 60, m % 60)).toList();
  }
}
