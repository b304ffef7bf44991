package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says a schedule in words. The order of the parts is common to the languages: days, times, zone;
 * the grammar is each language's own.
 */
abstract sealed class Language permits English, Russian {

  static final Set<DayOfWeek> WORKDAYS =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  static final Set<DayOfWeek> WEEKEND =
      Collections.unmodifiableSet(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

  private static final int DAYS_OF_WEEK = 7;
  private static final int LONGEST_MONTH = 31;
  private static final int MONTHS = 12;

  /** From here a pattern of days is told as such instead of day by day. */
  private static final int SHORTEST_PATTERN = 5;

  static Language of(Locale locale) {
    return Messages.in(locale).language();
  }

  final String inWords(Schedule schedule) {
    String rule =
        switch (schedule.rule()) {
          case Cron cron -> cron(cron);
          case Once once -> once(once.at());
          case EveryWeeks every -> everyWeeks(every);
          case MonthlyWeekday every -> monthlyWeekday(every);
          case LastDayOfMonth every -> lastDayOfMonth(every.at());
        };
    return rule + " (" + schedule.zone().getId() + ")";
  }

  private String cron(Cron cron) {
    return switch (TimesOfDay.shapeOf(cron)) {
      case TimesOfDay.Shape.Listed listed -> days(cron) + " " + at(listed.times());
      case TimesOfDay.Shape.Stepping stepping -> stepping(cron, stepping);
      case TimesOfDay.Shape.MinutesOfHours apart ->
          days(cron) + ", " + minutesOfHours(apart.minutes(), apart.hours());
    };
  }

  private String stepping(Cron cron, TimesOfDay.Shape.Stepping stepping) {
    boolean fromMidnight = stepping.wholeDay() && stepping.first().equals(LocalTime.MIDNIGHT);
    String every = every(stepping.minutes());
    String times = fromMidnight ? every : every + " " + fromTo(stepping.first(), stepping.last());
    return fromMidnight && isEveryDay(cron) && allMonths(cron) ? times : days(cron) + ", " + times;
  }

  private String days(Cron cron) {
    boolean anyMonthDay = cron.dayOfMonth().count() == LONGEST_MONTH;
    boolean anyWeekday = cron.dayOfWeek().count() == DAYS_OF_WEEK;
    List<Integer> months = allMonths(cron) ? List.of() : cron.month().values().boxed().toList();
    if (isEveryDay(cron)) {
      return everyDay(months);
    }
    if (anyMonthDay) {
      return onWeekdays(weekdays(cron), months);
    }
    List<Integer> monthDays = cron.dayOfMonth().values().boxed().toList();
    if (anyWeekday) {
      return monthDays.size() == 1 && months.size() == 1
          ? everyYear(monthDays.getFirst(), months.getFirst())
          : onMonthDays(monthDays, months);
    }
    return cron.eitherDayField()
        ? either(onMonthDays(monthDays, months), onWeekdays(weekdays(cron), months))
        : both(weekdays(cron), monthDays, months);
  }

  private static boolean isEveryDay(Cron cron) {
    boolean anyMonthDay = cron.dayOfMonth().count() == LONGEST_MONTH;
    boolean anyWeekday = cron.dayOfWeek().count() == DAYS_OF_WEEK;
    return cron.eitherDayField() ? anyMonthDay || anyWeekday : anyMonthDay && anyWeekday;
  }

  private static boolean allMonths(Cron cron) {
    return cron.month().count() == MONTHS;
  }

  private static Set<DayOfWeek> weekdays(Cron cron) {
    return cron.dayOfWeek()
        .values()
        .mapToObj(DayOfWeek::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  /** Whether days of the month are told as every so many days from the first to the last. */
  static boolean isPattern(List<Integer> monthDays) {
    return monthDays.size() >= SHORTEST_PATTERN && Numbers.step(monthDays) > 1;
  }

  /** {@code a, b AND c}. */
  static String list(List<String> items, String and) {
    int last = items.size() - 1;
    return last == 0
        ? items.getFirst()
        : String.join(", ", items.subList(0, last)) + and + items.get(last);
  }

  /** Empty months mean all of them, here and below. */
  abstract String everyDay(List<Integer> months);

  abstract String onWeekdays(Set<DayOfWeek> days, List<Integer> months);

  abstract String onMonthDays(List<Integer> days, List<Integer> months);

  /** Says that it is every year: a day and its month alone would be taken for a date. */
  abstract String everyYear(int day, int month);

  abstract String either(String onMonthDays, String onWeekdays);

  abstract String both(Set<DayOfWeek> weekdays, List<Integer> monthDays, List<Integer> months);

  abstract String at(List<LocalTime> times);

  abstract String every(int minutes);

  abstract String fromTo(LocalTime first, LocalTime last);

  abstract String minutesOfHours(List<Integer> minutes, List<Integer> hours);

  abstract String once(LocalDateTime at);

  abstract String everyWeeks(EveryWeeks every);

  abstract String monthlyWeekday(MonthlyWeekday every);

  abstract String lastDayOfMonth(LocalTime at);

  abstract String inMonths(List<Integer> months);

  abstract String date(LocalDate date);
}
