package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code on weekdays at 09:30}. */
final class English extends Language {

  private static final String AND = " and ";

  @Override
  String everyDay(List<Integer> months) {
    return months.isEmpty() ? "every day" : "every day " + inMonths(months);
  }

  @Override
  String onWeekdays(Set<DayOfWeek> days, List<Integer> months) {
    return months.isEmpty() ? onWeekdays(days) : onWeekdays(days) + " " + inMonths(months);
  }

  private static String onWeekdays(Set<DayOfWeek> days) {
    if (days.equals(WORKDAYS)) {
      return "on weekdays";
    }
    if (days.equals(WEEKEND)) {
      return "at weekends";
    }
    return "on " + list(days.stream().map(day -> name(day) + "s").toList(), AND);
  }

  @Override
  String onMonthDays(List<Integer> days, List<Integer> months) {
    String month = months.isEmpty() ? "every month" : list(monthNames(months), AND);
    return "on " + monthDays(days) + " of " + month;
  }

  private static String monthDays(List<Integer> days) {
    return isPattern(days)
        ? "every %s day from the %s to the %s"
            .formatted(
                ordinal(Numbers.step(days)), ordinal(days.getFirst()), ordinal(days.getLast()))
        : "the " + list(Numbers.runs(days, English::ordinal), AND);
  }

  @Override
  String everyYear(int day, int month) {
    return "every year on " + day + " " + name(Month.of(month));
  }

  @Override
  String either(String onMonthDays, String onWeekdays) {
    return onMonthDays + " and also " + onWeekdays;
  }

  @Override
  String both(Set<DayOfWeek> weekdays, List<Integer> monthDays, List<Integer> months) {
    return onWeekdays(weekdays) + " falling " + onMonthDays(monthDays, months);
  }

  @Override
  String at(List<LocalTime> times) {
    return "at " + list(times.stream().map(LocalTime::toString).toList(), AND);
  }

  @Override
  String every(int minutes) {
    if (minutes % 60 == 0) {
      return minutes == 60 ? "every hour" : "every " + minutes / 60 + " hours";
    }
    return minutes == 1 ? "every minute" : "every " + minutes + " minutes";
  }

  @Override
  String fromTo(LocalTime first, LocalTime last) {
    return "from " + first + " to " + last;
  }

  @Override
  String minutesOfHours(List<Integer> minutes, List<Integer> hours) {
    String of =
        hours.size() == 24
            ? "every hour"
            : (hours.size() == 1 ? "the hour " : "the hours ") + numbers(hours);
    return (minutes.size() == 1 ? "at minute " : "at minutes ") + numbers(minutes) + " of " + of;
  }

  private static String numbers(List<Integer> numbers) {
    return list(Numbers.runs(numbers, String::valueOf), AND);
  }

  @Override
  String once(LocalDateTime at) {
    return "once, on %s %s at %s"
        .formatted(name(at.getDayOfWeek()), date(at.toLocalDate()), at.toLocalTime());
  }

  @Override
  String everyWeeks(EveryWeeks every) {
    String weeks = every.weeks() == 1 ? "" : "every " + every.weeks() + " weeks ";
    String from = every.from() == null ? "" : ", from " + date(every.from());
    return weeks + onWeekdays(every.on()) + " at " + every.at() + from;
  }

  @Override
  String monthlyWeekday(MonthlyWeekday every) {
    return "on the %s %s of every month at %s"
        .formatted(every.ordinal().text(), name(every.day()), every.at());
  }

  @Override
  String lastDayOfMonth(LocalTime at) {
    return "on the last day of every month at " + at;
  }

  @Override
  String inMonths(List<Integer> months) {
    return "in " + list(monthNames(months), AND);
  }

  @Override
  String date(LocalDate date) {
    return date.getDayOfMonth() + " " + name(date.getMonth()) + " " + date.getYear();
  }

  private static List<String> monthNames(List<Integer> months) {
    return months.stream().map(m -> name(Month.of(m))).toList();
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String ordinal(int number) {
    boolean teen = number / 10 == 1;
    String ending =
        switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }
}
