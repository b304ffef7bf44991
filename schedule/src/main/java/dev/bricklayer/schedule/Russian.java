package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** {@code по будням в 09:30}. */
final class Russian extends Language {

  private static final String AND = " и ";

  /** по … */
  private static final List<String> BY_WEEKDAY =
      List.of(
          "понедельникам",
          "вторникам",
          "средам",
          "четвергам",
          "пятницам",
          "субботам",
          "воскресеньям");

  /** в …, without the preposition. */
  private static final List<String> ON_WEEKDAY =
      List.of("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье");

  /** каждое 1-е число … */
  private static final List<String> OF_MONTH =
      List.of(
          "января",
          "февраля",
          "марта",
          "апреля",
          "мая",
          "июня",
          "июля",
          "августа",
          "сентября",
          "октября",
          "ноября",
          "декабря");

  /** в … */
  private static final List<String> IN_MONTH =
      List.of(
          "январе",
          "феврале",
          "марте",
          "апреле",
          "мае",
          "июне",
          "июле",
          "августе",
          "сентябре",
          "октябре",
          "ноябре",
          "декабре");

  /**
   * One, two to four, and all other forms of a counted noun, with the "every" that goes with it.
   */
  private record Counted(String everyOne, String every, String one, String few, String many) {

    String every(int number) {
      if (number == 1) {
        return everyOne + " " + one;
      }
      int tens = number % 100 / 10;
      int units = number % 10;
      if (tens == 1 || units == 0 || units > 4) {
        return every + " " + number + " " + many;
      }
      return units == 1 ? everyOne + " " + number + " " + one : every + " " + number + " " + few;
    }
  }

  private static final Counted MINUTES =
      new Counted("каждую", "каждые", "минуту", "минуты", "минут");
  private static final Counted HOURS = new Counted("каждый", "каждые", "час", "часа", "часов");
  private static final Counted WEEKS =
      new Counted("каждую", "каждые", "неделю", "недели", "недель");

  @Override
  String everyDay(List<Integer> months) {
    return months.isEmpty() ? "каждый день" : "каждый день " + inMonths(months);
  }

  @Override
  String onWeekdays(Set<DayOfWeek> days, List<Integer> months) {
    return months.isEmpty() ? onWeekdays(days) : onWeekdays(days) + " " + inMonths(months);
  }

  private static String onWeekdays(Set<DayOfWeek> days) {
    if (days.equals(WORKDAYS)) {
      return "по будням";
    }
    if (days.equals(WEEKEND)) {
      return "по выходным";
    }
    return "по " + list(days.stream().map(day -> BY_WEEKDAY.get(day.getValue() - 1)).toList(), AND);
  }

  @Override
  String onMonthDays(List<Integer> days, List<Integer> months) {
    return (isPattern(days) ? pattern(days) : dayNumbers(days) + " числа") + ofMonths(months);
  }

  private static String pattern(List<Integer> days) {
    return "каждый %d-й день с %d по %d число"
        .formatted(Numbers.step(days), days.getFirst(), days.getLast());
  }

  private static String dayNumbers(List<Integer> days) {
    return list(Numbers.runs(days, String::valueOf), AND);
  }

  private static String ofMonths(List<Integer> months) {
    return months.isEmpty()
        ? " каждого месяца"
        : " " + list(months.stream().map(m -> OF_MONTH.get(m - 1)).toList(), AND);
  }

  @Override
  String everyYear(int day, int month) {
    return "каждый год " + day + " " + OF_MONTH.get(month - 1);
  }

  @Override
  String either(String onMonthDays, String onWeekdays) {
    return onMonthDays + ", а также " + onWeekdays;
  }

  @Override
  String both(Set<DayOfWeek> weekdays, List<Integer> monthDays, List<Integer> months) {
    String number = monthDays.size() == 1 ? " число" : " числа";
    String on = isPattern(monthDays) ? pattern(monthDays) : dayNumbers(monthDays) + number;
    return onWeekdays(weekdays) + ", выпавшим на " + on + ofMonths(months);
  }

  @Override
  String at(List<LocalTime> times) {
    return "в " + list(times.stream().map(LocalTime::toString).toList(), AND);
  }

  @Override
  String every(int minutes) {
    return minutes % 60 == 0 ? HOURS.every(minutes / 60) : MINUTES.every(minutes);
  }

  @Override
  String fromTo(LocalTime first, LocalTime last) {
    return "с " + first + " до " + last;
  }

  @Override
  String minutesOfHours(List<Integer> minutes, List<Integer> hours) {
    String of =
        hours.size() == 24
            ? "каждого часа"
            : (hours.size() == 1 ? "часа " : "часов ") + dayNumbers(hours);
    return (minutes.size() == 1 ? "в минуту " : "в минуты ") + dayNumbers(minutes) + " " + of;
  }

  @Override
  String once(LocalDateTime at) {
    DayOfWeek day = at.getDayOfWeek();
    return "один раз, %s %s %s в %s"
        .formatted(
            day == DayOfWeek.TUESDAY ? "во" : "в",
            ON_WEEKDAY.get(day.getValue() - 1),
            date(at.toLocalDate()),
            at.toLocalTime());
  }

  @Override
  String everyWeeks(EveryWeeks every) {
    String weeks = every.weeks() == 1 ? "" : WEEKS.every(every.weeks()) + " ";
    String from = every.from() == null ? "" : ", начиная с " + date(every.from());
    return weeks + onWeekdays(every.on()) + " в " + every.at() + from;
  }

  @Override
  String monthlyWeekday(MonthlyWeekday every) {
    return "%s %s каждого месяца в %s"
        .formatted(
            ordinal(every.ordinal(), every.day()),
            ON_WEEKDAY.get(every.day().getValue() - 1),
            every.at());
  }

  private static String ordinal(MonthlyWeekday.Ordinal ordinal, DayOfWeek day) {
    String ending =
        switch (day) {
          case MONDAY, TUESDAY, THURSDAY -> "й";
          case WEDNESDAY, FRIDAY, SATURDAY -> "ю";
          case SUNDAY -> "е";
        };
    return switch (ordinal) {
      case FIRST -> "в 1-" + ending;
      case SECOND -> "во 2-" + ending;
      case THIRD -> "в 3-" + ending;
      case FOURTH -> "в 4-" + ending;
      case FIFTH -> "в 5-" + ending;
      case LAST -> "в последн" + lastEnding(day);
    };
  }

  private static String lastEnding(DayOfWeek day) {
    return switch (day) {
      case MONDAY, TUESDAY, THURSDAY -> "ий";
      case WEDNESDAY, FRIDAY, SATURDAY -> "юю";
      case SUNDAY -> "ее";
    };
  }

  @Override
  String lastDayOfMonth(LocalTime at) {
    return "в последний день каждого месяца в " + at;
  }

  @Override
  String inMonths(List<Integer> months) {
    return "в " + list(months.stream().map(m -> IN_MONTH.get(m - 1)).toList(), AND);
  }

  @Override
  String date(LocalDate date) {
    return "%d %s %d года"
        .formatted(date.getDayOfMonth(), OF_MONTH.get(date.getMonthValue() - 1), date.getYear());
  }
}
