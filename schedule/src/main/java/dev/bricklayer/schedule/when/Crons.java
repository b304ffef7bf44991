package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.ScheduleSpec;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What five cron fields can say: some times on some days. */
final class Crons {

  private static final int MINUTES_OF_HOUR = 60;
  private static final int MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

  private Crons() {}

  /** The times of a day as cron has them: each of these minutes in each of these hours. */
  private record Grid(NavigableSet<Integer> minutes, NavigableSet<Integer> hours) {

    /** Null when no minutes and hours make just these times. */
    static @Nullable Grid of(Set<Integer> minutesOfDay) {
      NavigableSet<Integer> minutes = new TreeSet<>();
      NavigableSet<Integer> hours = new TreeSet<>();
      for (int minute : minutesOfDay) {
        minutes.add(minute % MINUTES_OF_HOUR);
        hours.add(minute / MINUTES_OF_HOUR);
      }
      // Each of the times is in the grid, so equal numbers make equal sets.
      return minutes.size() * hours.size() == minutesOfDay.size() ? new Grid(minutes, hours) : null;
    }

    /** Times of day, one by one. */
    String listed() {
      return CronText.listed(minutes) + " " + CronText.hours(hours);
    }

    /** Again and again. */
    String again() {
      return CronText.minutesAgain(minutes) + " " + CronText.hoursAgain(hours);
    }
  }

  /** {@code 9:30 on weekdays}. */
  static @Nullable ScheduleSpec timesOfDays(Said said) {
    if (said.given().isEmpty()) {
      said.complain(Reason.EMPTY);
      return null;
    }
    NavigableSet<Integer> times = new TreeSet<>();
    List<LocalTime> all = Times.all(said);
    all.forEach(time -> times.add(time.toSecondOfDay() / MINUTES_OF_HOUR));
    Grid grid = Grid.of(times);
    if (grid == null) {
      said.complain(Reason.TIMES_APART);
      return null;
    }
    assumeDays(said);
    return cron(grid.listed(), said);
  }

  /** What is left open by words that do not say "every". */
  private static void assumeDays(Said said) {
    boolean every = said.has(Aspect.EVERY) || said.has(Aspect.MONTHLY) || said.has(Aspect.YEARLY);
    Optional<Aspect.Weekdays> weekdays = said.find(Aspect.WEEKDAYS);
    if (every || said.has(Aspect.EITHER) || said.has(Aspect.BOTH)) {
      return;
    }
    if (weekdays.isPresent()) {
      if (!weekdays.get().each()) {
        said.assume(Hint.Kind.EACH_WEEK_ASSUMED, weekdays.get().days());
      }
    } else if (!said.has(Aspect.MONTH_DAYS)) {
      said.assume(Hint.Kind.EVERY_DAY_ASSUMED);
    } else if (said.get(Aspect.MONTH_DAYS).size() == 1 && !said.has(Aspect.MONTHS)) {
      said.assume(Hint.Kind.EACH_MONTH_ASSUMED, said.get(Aspect.MONTH_DAYS).first());
    }
  }

  /** {@code every 15 minutes}, by day or from one time to another. */
  static @Nullable ScheduleSpec stepping(Said said) {
    int step = said.get(Aspect.STEP);
    if (step < 1 || step > MINUTES_OF_DAY) {
      said.complain(Reason.UNEVEN, step);
      return null;
    }
    Optional<Aspect.Window> window = said.find(Aspect.WINDOW);
    Grid grid =
        window.isPresent()
            ? within(window.get(), step, said)
            : Grid.of(steps(0, step, MINUTES_OF_DAY));
    if (grid == null || (window.isEmpty() && MINUTES_OF_DAY % step != 0)) {
      said.complain(window.isEmpty() ? Reason.UNEVEN : Reason.TIMES_APART, step);
      return null;
    }
    return cron(grid.again(), said);
  }

  private static @Nullable Grid within(Aspect.Window window, int step, Said said) {
    int first = window.first().minuteOfDay();
    int length = Math.floorMod(window.last().minuteOfDay() - first, MINUTES_OF_DAY);
    Grid whole = length % step == 0 ? Grid.of(steps(first, step, length + 1)) : null;
    if (whole == null) {
      whole = Grid.of(steps(first, step, length));
      said.assume(Hint.Kind.END_LEFT_OUT, window.last().time());
    }
    return whole;
  }

  private static NavigableSet<Integer> steps(int first, int step, int length) {
    NavigableSet<Integer> steps = new TreeSet<>();
    for (int minute = 0; minute < length; minute += step) {
      steps.add((first + minute) % MINUTES_OF_DAY);
    }
    return steps;
  }

  static boolean isHourly(Said said) {
    return said.get(Aspect.STEP) == MINUTES_OF_HOUR;
  }

  /** {@code every hour at minute 5}. */
  static @Nullable ScheduleSpec minutesOfEveryHour(Said said) {
    return cron(new Grid(said.get(Aspect.MINUTES), Rhythms.allHours()).again(), said);
  }

  /** {@code at minutes 0 and 21 of the hours 9–17}. */
  static @Nullable ScheduleSpec minutesOfHours(Said said) {
    return cron(new Grid(said.get(Aspect.MINUTES), said.get(Aspect.HOURS)).again(), said);
  }

  private static @Nullable ScheduleSpec cron(String times, Said said) {
    String months = said.find(Aspect.MONTHS).map(CronText::months).orElse(CronText.ANY);
    Days days = days(said);
    return days == null
        ? null
        : new ScheduleSpec(
            String.join(" ", times, days.ofMonth(), months, days.ofWeek()), null, null, null);
  }

  private record Days(String ofMonth, String ofWeek) {}

  private static @Nullable Days days(Said said) {
    Optional<NavigableSet<Integer>> monthDays = said.find(Aspect.MONTH_DAYS);
    Optional<Set<DayOfWeek>> weekdays = said.find(Aspect.WEEKDAYS).map(Aspect.Weekdays::days);
    boolean two = monthDays.isPresent() && weekdays.isPresent();
    if (isOutOfPlace(said, monthDays.isPresent(), weekdays.isPresent())) {
      said.complain(Reason.TOGETHER);
      return null;
    }
    if (two && !said.has(Aspect.EITHER)) {
      return both(monthDays.get(), weekdays.get(), said);
    }
    boolean monthly = said.has(Aspect.MONTHLY) && monthDays.isEmpty();
    if (monthly) {
      said.assume(Hint.Kind.DAY_ASSUMED);
    }
    return new Days(
        monthDays.map(CronText::daysOfMonth).orElse(monthly ? "1" : CronText.ANY),
        weekdays.map(CronText::daysOfWeek).orElse(CronText.ANY));
  }

  /** What was said of days must find the days that it speaks of. */
  private static boolean isOutOfPlace(Said said, boolean monthDays, boolean weekdays) {
    boolean two = monthDays && weekdays;
    return (!two && (said.has(Aspect.EITHER) || said.has(Aspect.BOTH)))
        || (said.has(Aspect.YEARLY) && !(monthDays && said.has(Aspect.MONTHS)))
        || (said.has(Aspect.MONTHLY) && (said.has(Aspect.MONTHS) || (weekdays && !monthDays)));
  }

  /** Cron means both day fields when one of them begins with a star, and only then. */
  private static @Nullable Days both(
      NavigableSet<Integer> monthDays, Set<DayOfWeek> weekdays, Said said) {
    String starredMonthDays = CronText.starredDaysOfMonth(monthDays);
    if (starredMonthDays != null) {
      return new Days(starredMonthDays, CronText.daysOfWeek(weekdays));
    }
    String starredWeekdays = CronText.starredDaysOfWeek(weekdays);
    if (starredWeekdays != null) {
      return new Days(CronText.daysOfMonth(monthDays), starredWeekdays);
    }
    said.complain(Reason.BOTH_DAYS);
    return null;
  }
}
