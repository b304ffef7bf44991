package dev.bricklayer.schedule.when;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes cron fields.
 *
 * <p>The form of a field says more than its values. Hours that are written one by one are times of
 * day; a star or a range means "again and again", see {@link
 * dev.bricklayer.schedule.Rule#firesInBothPasses}. A day field that begins with a star means both
 * day fields, any other either of them.
 */
final class CronText {

  static final String ANY = "*";

  private static final int HOURS = 24;
  private static final int LAST_MINUTE = 59;
  private static final int LAST_HOUR = 23;
  private static final int LONGEST_MONTH = 31;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_WEEK = 7;
  private static final int SHORTEST_RUN = 3;

  private CronText() {}

  /** One by one: times of day. */
  static String listed(Collection<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** All 24 of them, which cannot be times of day any more, or one by one. */
  static String hours(NavigableSet<Integer> hours) {
    return hours.size() == HOURS ? ANY : listed(hours);
  }

  /** Minutes, as short as can be. */
  static String minutesAgain(NavigableSet<Integer> minutes) {
    return again(minutes, 0, LAST_MINUTE);
  }

  /** Hours, as short as can be, with a star or range where there are several. */
  static String hoursAgain(NavigableSet<Integer> hours) {
    return again(hours, 0, LAST_HOUR);
  }

  /** Never beginning with a star, unless it is every day. */
  static String daysOfMonth(NavigableSet<Integer> days) {
    return days.size() == LONGEST_MONTH ? ANY : runs(days, String::valueOf);
  }

  static String months(NavigableSet<Integer> months) {
    return months.size() == MONTHS ? ANY : runs(months, String::valueOf);
  }

  /** Never beginning with a star, unless it is every day. */
  static String daysOfWeek(Set<DayOfWeek> days) {
    return days.size() == DAYS_OF_WEEK ? ANY : runs(numbers(days), n -> code(DayOfWeek.of(n)));
  }

  static String code(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  /** Beginning with a star; null when no step fits into these days. */
  static @Nullable String starredDaysOfMonth(NavigableSet<Integer> days) {
    return starred(days, 1, LONGEST_MONTH);
  }

  /** Beginning with a star; null when no step fits into these days. */
  static @Nullable String starredDaysOfWeek(Set<DayOfWeek> days) {
    NavigableSet<Integer> fromSunday = new TreeSet<>();
    days.forEach(day -> fromSunday.add(day.getValue() % DAYS_OF_WEEK));
    return starred(fromSunday, 0, DAYS_OF_WEEK - 1);
  }

  private static NavigableSet<Integer> numbers(Set<DayOfWeek> days) {
    return days.stream().map(DayOfWeek::getValue).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String again(NavigableSet<Integer> values, int least, int most) {
    if (values.size() == most - least + 1) {
      return ANY;
    }
    int step = step(new ArrayList<>(values));
    if (step > 1 && values.size() > 1) {
      boolean whole = values.first() == least && values.last() + step > most;
      return (whole ? ANY : values.first() + "-" + values.last()) + "/" + step;
    }
    return runs(values, String::valueOf);
  }

  /** The distance between all neighbours, or 0 when it is not the same. */
  private static int step(List<Integer> ascending) {
    int step = ascending.size() < 2 ? 0 : ascending.get(1) - ascending.get(0);
    for (int i = 2; i < ascending.size(); i++) {
      if (ascending.get(i) - ascending.get(i - 1) != step) {
        return 0;
      }
    }
    return step;
  }

  private static @Nullable String starred(NavigableSet<Integer> values, int least, int most) {
    for (int step = 1; step <= most - least; step++) {
      int by = step;
      NavigableSet<Integer> steps =
          IntStream.iterate(least, value -> value <= most, value -> value + by)
              .boxed()
              .collect(Collectors.toCollection(TreeSet::new));
      if (values.containsAll(steps)) {
        NavigableSet<Integer> rest = new TreeSet<>(values);
        rest.removeAll(steps);
        String star = step == 1 ? ANY : ANY + "/" + step;
        return rest.isEmpty() ? star : star + "," + listed(rest);
      }
    }
    return null;
  }

  /** {@code 1,2,5-9}. */
  private static String runs(NavigableSet<Integer> values, IntFunction<String> name) {
    List<String> runs = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int value : values) {
      if (!run.isEmpty() && run.getLast() + 1 != value) {
        addRun(runs, run, name);
        run.clear();
      }
      run.add(value);
    }
    addRun(runs, run, name);
    return String.join(",", runs);
  }

  private static void addRun(List<String> runs, List<Integer> run, IntFunction<String> name) {
    if (run.size() >= SHORTEST_RUN) {
      runs.add(name.apply(run.getFirst()) + "-" + name.apply(run.getLast()));
    } else {
      run.forEach(value -> runs.add(name.apply(value)));
    }
  }
}
