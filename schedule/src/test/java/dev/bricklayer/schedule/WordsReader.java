package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes a sentence at its word: what a person who has only read the words expects. Anything that it
 * cannot read is a failure.
 */
final class WordsReader {

  /**
   * How a language says things. The groups of the patterns have the same names in each.
   *
   * @param months all forms in which months occur, twelve to a line
   * @param weekdays all forms in which weekdays occur, seven to a line
   */
  record Grammar(
      String and,
      Pattern once,
      Pattern weeks,
      Pattern monthly,
      Pattern lastDay,
      Pattern stepping,
      Pattern minutesOfHours,
      Pattern listed,
      Pattern everyDay,
      Pattern everyYear,
      Pattern either,
      Pattern both,
      Pattern pattern,
      Pattern monthDays,
      Pattern onWeekdays,
      String allMonths,
      String workdays,
      String weekend,
      String hour,
      List<String> months,
      List<String> weekdays) {}

  private static final String TIME = "\\d\\d:\\d\\d";

  static final Grammar ENGLISH =
      new Grammar(
          " and ",
          pattern("once, on (?<weekday>\\w+) (?<date>\\d+ \\w+ \\d+) at (?<time>TIME)"),
          pattern(
              "(?:every (?<n>\\d+) weeks )?(?<days>(?:on|at) .+) at (?<time>TIME), from (?<date>.+)"),
          pattern("on the (?<nth>last|\\d)\\w* (?<weekday>\\w+) of every month at (?<time>TIME)"),
          pattern("on the last day of every month at (?<time>TIME)"),
          pattern(
              "(?:(?<days>.+), )?every (?:(?<n>\\d+) )?(?<unit>minute|hour)s?"
                  + "(?: from (?<first>TIME) to (?<last>TIME))?"),
          pattern(
              "(?<days>.+), at minutes? (?<minutes>.+) of (?:every hour|the hours? (?<hours>.+))"),
          pattern("(?<days>.+) at (?<times>TIME(?:(?:, | and )TIME)*)"),
          pattern("every day(?: in (?<months>.+))?"),
          pattern("every year on (?<day>\\d+) (?<month>\\w+)"),
          pattern("(?<a>on .+) and also (?<b>(?:on|at) .+)"),
          pattern("(?<b>(?:on|at) .+) falling (?<a>on .+)"),
          pattern(
              "on every (?<n>\\d+)\\w\\w day from the (?<first>\\d+)\\w\\w to the"
                  + " (?<last>\\d+)\\w\\w of (?<months>.+)"),
          pattern("on the (?<list>.+) of (?<months>.+)"),
          pattern("(?:on|at) (?<list>.+?)(?: in (?<months>.+))?"),
          "every month",
          "weekdays",
          "weekends",
          "hour",
          List.of(
              "January February March April May June July August September October November"
                  + " December"),
          List.of(
              "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
              "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"));

  static final Grammar RUSSIAN =
      new Grammar(
          " и ",
          pattern("один раз, во? (?<weekday>\\S+) (?<date>.+) года в (?<time>TIME)"),
          pattern(
              "(?:кажд(?:ую|ые) (?<n>\\d+) недел[юиь] )?(?<days>по .+) в (?<time>TIME), начиная с"
                  + " (?<date>.+) года"),
          pattern("во? (?<nth>последн|\\d)\\S+ (?<weekday>\\S+) каждого месяца в (?<time>TIME)"),
          pattern("в последний день каждого месяца в (?<time>TIME)"),
          pattern(
              "(?:(?<days>.+), )?кажд(?:ый|ую|ые) (?:(?<n>\\d+) )?(?<unit>минут|час)(?:у|ы|а|ов|)"
                  + "(?: с (?<first>TIME) до (?<last>TIME))?"),
          pattern(
              "(?<days>.+), в минут[уы] (?<minutes>.+) (?:каждого часа|час(?:а|ов) (?<hours>.+))"),
          pattern("(?<days>.+) в (?<times>TIME(?:(?:, | и )TIME)*)"),
          pattern("каждый день(?: в (?<months>.+))?"),
          pattern("каждый год (?<day>\\d+) (?<month>\\S+)"),
          pattern("(?<a>.+), а также (?<b>по .+)"),
          pattern("(?<b>по .+), выпавшим на (?<a>.+)"),
          pattern("каждый (?<n>\\d+)-й день с (?<first>\\d+) по (?<last>\\d+) число (?<months>.+)"),
          pattern("(?<list>\\d.*) числ[ао] (?<months>.+)"),
          pattern("по (?<list>.+?)(?: в (?<months>.+))?"),
          "каждого месяца",
          "будням",
          "выходным",
          "час",
          List.of(
              "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
              "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
          List.of(
              "понедельник вторник среду четверг пятницу субботу воскресенье",
              "понедельникам вторникам средам четвергам пятницам субботам воскресеньям"));

  private final Grammar grammar;

  WordsReader(Grammar grammar) {
    this.grammar = grammar;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex.replace("TIME", TIME), Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** The days and times that the sentence names. */
  Oracle read(String words, String zone) {
    String ending = " (" + zone + ")";
    if (!words.endsWith(ending)) {
      throw new AssertionError("no zone in: " + words);
    }
    String rule = words.substring(0, words.length() - ending.length());
    Matcher once = grammar.once.matcher(rule);
    Matcher weeks = grammar.weeks.matcher(rule);
    Matcher monthly = grammar.monthly.matcher(rule);
    if (once.matches()) {
      LocalDate date = date(once.group("date"));
      assertSame(weekday(once.group("weekday")), date.getDayOfWeek(), words);
      return new Oracle(date::equals, times(Set.of(once.group("time"))), false);
    }
    if (weeks.matches()) {
      return weeks(weeks);
    }
    Matcher lastDay = grammar.lastDay.matcher(rule);
    if (lastDay.matches()) {
      Predicate<LocalDate> last = day -> day.plusDays(1).getDayOfMonth() == 1;
      return new Oracle(last, times(Set.of(lastDay.group("time"))), false);
    }
    if (monthly.matches()) {
      Predicate<LocalDate> day = nth(monthly.group("nth"), weekday(monthly.group("weekday")));
      return new Oracle(day, times(Set.of(monthly.group("time"))), false);
    }
    return cron(rule);
  }

  private Oracle weeks(Matcher weeks) {
    LocalDate from = date(weeks.group("date"));
    LocalDate monday = from.minusDays(from.getDayOfWeek().getValue() - 1L);
    int every = weeks.group("n") == null ? 1 : Integer.parseInt(weeks.group("n"));
    Predicate<LocalDate> named = days(weeks.group("days"));
    Predicate<LocalDate> counted =
        day -> (day.toEpochDay() - monday.toEpochDay()) / 7 % every == 0 && !day.isBefore(from);
    return new Oracle(named.and(counted), times(Set.of(weeks.group("time"))), false);
  }

  private static Predicate<LocalDate> nth(String nth, DayOfWeek weekday) {
    Predicate<LocalDate> onWeekday = day -> day.getDayOfWeek() == weekday;
    return Character.isDigit(nth.charAt(0))
        ? onWeekday
            .and(day -> day.minusWeeks(nth.charAt(0) - '0').getMonth() != day.getMonth())
            .and(day -> day.minusWeeks(nth.charAt(0) - '1').getMonth() == day.getMonth())
        : onWeekday.and(day -> day.plusWeeks(1).getMonth() != day.getMonth());
  }

  private Oracle cron(String rule) {
    Matcher stepping = grammar.stepping.matcher(rule);
    Matcher apart = grammar.minutesOfHours.matcher(rule);
    Matcher listed = grammar.listed.matcher(rule);
    if (stepping.matches()) {
      String days = stepping.group("days");
      return new Oracle(days == null ? _ -> true : days(days), stepping(stepping), false);
    }
    if (apart.matches()) {
      Set<Integer> minutes = numbers(apart.group("minutes"));
      Set<Integer> hours =
          apart.group("hours") == null ? range(0, 23) : numbers(apart.group("hours"));
      return new Oracle(
          days(apart.group("days")),
          time -> minutes.contains(time.getMinute()) && hours.contains(time.getHour()),
          false);
    }
    if (listed.matches()) {
      return new Oracle(
          days(listed.group("days")), times(Set.copyOf(items(listed.group("times")))), false);
    }
    throw new AssertionError("cannot read: " + rule);
  }

  private Predicate<LocalTime> stepping(Matcher words) {
    int count = words.group("n") == null ? 1 : Integer.parseInt(words.group("n"));
    int step = words.group("unit").equals(grammar.hour) ? 60 * count : count;
    int first = words.group("first") == null ? 0 : minuteOfDay(words.group("first"));
    int last = words.group("last") == null ? 24 * 60 - step : minuteOfDay(words.group("last"));
    assertSame(0, (last - first) % step, words.group());
    return time -> {
      int minute = time.getHour() * 60 + time.getMinute();
      return minute >= first && minute <= last && (minute - first) % step == 0;
    };
  }

  private Predicate<LocalDate> days(String words) {
    Matcher everyDay = grammar.everyDay.matcher(words);
    Matcher either = grammar.either.matcher(words);
    Matcher both = grammar.both.matcher(words);
    Matcher everyYear = grammar.everyYear.matcher(words);
    if (everyYear.matches()) {
      int day = Integer.parseInt(everyYear.group("day"));
      int month = 1 + indexIn(grammar.months, everyYear.group("month"));
      return date -> date.getDayOfMonth() == day && date.getMonthValue() == month;
    }
    if (everyDay.matches()) {
      return in(everyDay.group("months"));
    }
    if (either.matches()) {
      return days(either.group("a")).or(days(either.group("b")));
    }
    if (both.matches()) {
      return days(both.group("a")).and(days(both.group("b")));
    }
    return monthDaysOrWeekdays(words);
  }

  private Predicate<LocalDate> monthDaysOrWeekdays(String words) {
    Matcher pattern = grammar.pattern.matcher(words);
    Matcher monthDays = grammar.monthDays.matcher(words);
    Matcher weekdays = grammar.onWeekdays.matcher(words);
    if (pattern.matches()) {
      int first = Integer.parseInt(pattern.group("first"));
      int last = Integer.parseInt(pattern.group("last"));
      int step = Integer.parseInt(pattern.group("n"));
      assertSame(0, (last - first) % step, words);
      Predicate<LocalDate> hit =
          day -> {
            int number = day.getDayOfMonth();
            return number >= first && number <= last && (number - first) % step == 0;
          };
      return hit.and(in(pattern.group("months")));
    }
    if (monthDays.matches()) {
      Set<Integer> numbers = numbers(monthDays.group("list"));
      Predicate<LocalDate> hit = day -> numbers.contains(day.getDayOfMonth());
      return hit.and(in(monthDays.group("months")));
    }
    if (weekdays.matches()) {
      Set<DayOfWeek> named = weekdays(weekdays.group("list"));
      Predicate<LocalDate> hit = day -> named.contains(day.getDayOfWeek());
      return hit.and(in(weekdays.group("months")));
    }
    throw new AssertionError("cannot read days: " + words);
  }

  private Set<DayOfWeek> weekdays(String words) {
    if (words.equals(grammar.workdays)) {
      return Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
    }
    if (words.equals(grammar.weekend)) {
      return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
    return items(words).stream().map(this::weekday).collect(Collectors.toSet());
  }

  private DayOfWeek weekday(String word) {
    return DayOfWeek.of(1 + indexIn(grammar.weekdays, word));
  }

  private Predicate<LocalDate> in(String months) {
    if (months == null || months.equals(grammar.allMonths)) {
      return _ -> true;
    }
    Set<Integer> numbers =
        items(months).stream()
            .map(word -> 1 + indexIn(grammar.months, word))
            .collect(Collectors.toSet());
    return day -> numbers.contains(day.getMonthValue());
  }

  private LocalDate date(String words) {
    String[] parts = words.split(" ");
    return LocalDate.of(
        Integer.parseInt(parts[2]),
        1 + indexIn(grammar.months, parts[1]),
        Integer.parseInt(parts[0]));
  }

  private static int indexIn(List<String> lines, String word) {
    return lines.stream()
        .mapToInt(line -> Arrays.asList(line.split(" ")).indexOf(word))
        .filter(index -> index >= 0)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such name: " + word));
  }

  private List<String> items(String list) {
    return List.of(list.split(", |" + grammar.and));
  }

  /** Numbers and {@code 3–7}, with or without endings such as {@code 3rd}. */
  private Set<Integer> numbers(String list) {
    Set<Integer> numbers = new HashSet<>();
    for (String item : items(list)) {
      String[] ends = item.replaceAll("(?<=\\d)[a-z]+", "").split("–");
      numbers.addAll(range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
    }
    return numbers;
  }

  private static Set<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet());
  }

  private static Predicate<LocalTime> times(Set<String> times) {
    return time -> times.contains(time.toString());
  }

  private static int minuteOfDay(String time) {
    return LocalTime.parse(time).toSecondOfDay() / 60;
  }

  private static void assertSame(Object expected, Object actual, String words) {
    if (!expected.equals(actual)) {
      throw new AssertionError("contradicts itself: " + words);
    }
  }
}
