package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.MonthlyWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that can be said about when, each at most once.
 *
 * @param <T> what is said of it; {@link Boolean} for what is said or not
 */
final class Aspect<T> {

  static final Aspect<List<Clock>> TIMES = new Aspect<>("times");

  /** Morning, evening and so on, without an hour. */
  static final Aspect<PartOfDay> PART_OF_DAY = new Aspect<>("part of day");

  static final Aspect<Window> WINDOW = new Aspect<>("window");

  /** Every so many minutes. */
  static final Aspect<Integer> STEP = new Aspect<>("step");

  /** At these minutes … */
  static final Aspect<NavigableSet<Integer>> MINUTES = new Aspect<>("minutes");

  /** … of these hours. */
  static final Aspect<NavigableSet<Integer>> HOURS = new Aspect<>("hours");

  static final Aspect<Weekdays> WEEKDAYS = new Aspect<>("weekdays");

  /** Which of a month's weekdays of one name. */
  static final Aspect<MonthlyWeekday.Ordinal> NTH = new Aspect<>("nth");

  static final Aspect<Boolean> LAST_DAY = new Aspect<>("last day");

  static final Aspect<NavigableSet<Integer>> MONTH_DAYS = new Aspect<>("days of month");

  static final Aspect<NavigableSet<Integer>> MONTHS = new Aspect<>("months");

  static final Aspect<Integer> YEAR = new Aspect<>("year");

  static final Aspect<LocalDate> DATE = new Aspect<>("date");

  /** Counted from now. */
  static final Aspect<Distance> AFTER = new Aspect<>("after");

  /** Every so many weeks. */
  static final Aspect<Integer> WEEKS = new Aspect<>("weeks");

  /** The first day that counts. */
  static final Aspect<LocalDate> START = new Aspect<>("start");

  /** On days of either of two lists. */
  static final Aspect<Boolean> EITHER = new Aspect<>("either");

  /** On days of both of two lists. */
  static final Aspect<Boolean> BOTH = new Aspect<>("both");

  /** Again and again. */
  static final Aspect<Boolean> EVERY = new Aspect<>("every");

  static final Aspect<Boolean> MONTHLY = new Aspect<>("monthly");

  static final Aspect<Boolean> YEARLY = new Aspect<>("yearly");

  static final Aspect<Boolean> ONCE = new Aspect<>("once");

  /** From one time of day to another, across midnight when the second is the earlier one. */
  record Window(Clock first, Clock last) {}

  /** So far from now. */
  record Distance(int months, int days, int minutes) {}

  /**
   * @param each whether each of them is meant: plurals and lists say so, one name does not
   * @param on whether the one name stood behind "on"
   */
  record Weekdays(Set<DayOfWeek> days, boolean each, boolean on) {}

  private final String name;

  private Aspect(String name) {
    this.name = name;
  }

  /** What {@link Said} holds of it; {@code Said.say} lets nothing else in. */
  @SuppressWarnings("unchecked")
  @Nullable T in(Map<Aspect<?>, Object> said) {
    return (T) said.get(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
