package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.MonthlyWeekday;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Days that come again: {@code mon-fri}, {@code 2nd Tuesday}, {@code 1, 15 и 20–25 числа}. */
final class Days {

  private static final Set<Word> TO = EnumSet.of(Word.TO, Word.BY, Word.DASH);
  private static final Set<Word> COUNTABLE = EnumSet.of(Word.NUMBER, Word.ORDINAL);
  private static final Set<Word> DAY_OR_DATE =
      EnumSet.of(Word.DAY, Word.DAY_OR_AFTERNOON, Word.DATE);
  private static final List<MonthlyWeekday.Ordinal> COUNTED =
      List.of(
          MonthlyWeekday.Ordinal.FIRST,
          MonthlyWeekday.Ordinal.SECOND,
          MonthlyWeekday.Ordinal.THIRD,
          MonthlyWeekday.Ordinal.FOURTH,
          MonthlyWeekday.Ordinal.FIFTH);
  private static final int LONGEST_MONTH = 31;
  private static final int MONTHS = 12;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private Days() {}

  /** {@code 2nd Tuesday}, {@code последнюю пятницу}. */
  static boolean nthWeekday(Cursor words, Said said) {
    words.take(Word.ARTICLE);
    List<MonthlyWeekday.Ordinal> nth = words.list(() -> ordinal(words.take()));
    if (nth.isEmpty() || !words.is(Word.WEEKDAY)) {
      return false;
    }
    if (nth.size() > 1) {
      said.complain(Reason.ONE_WEEKDAY);
    }
    DayOfWeek day = DayOfWeek.of(words.take().value());
    said.say(Aspect.NTH, nth.getFirst());
    said.say(Aspect.WEEKDAYS, new Aspect.Weekdays(EnumSet.of(day), true, false));
    return true;
  }

  private static MonthlyWeekday.@Nullable Ordinal ordinal(Token token) {
    if (token.is(Word.LAST)) {
      return MonthlyWeekday.Ordinal.LAST;
    }
    boolean counts = token.is(Word.ORDINAL) && token.value() >= 1 && token.value() <= 5;
    return counts ? COUNTED.get(token.value() - 1) : null;
  }

  /** {@code last day}, {@code последнее число}. */
  static boolean lastDay(Cursor words, Said said) {
    words.take(Word.ARTICLE);
    if (words.take(Word.LAST) && words.takeOneOf(DAY_OR_DATE)) {
      said.say(Aspect.LAST_DAY);
      return true;
    }
    return false;
  }

  /** {@code Mondays and Fridays}, {@code с понедельника по пятницу}, {@code weekdays}. */
  static boolean weekdays(Cursor words, Said said) {
    boolean on = words.peek(-1).is(Word.AT) || words.peek(-1).is(Word.ON);
    boolean from = words.take(Word.FROM);
    boolean named = words.is(Word.WEEKDAY);
    List<Set<DayOfWeek>> parts = words.looseList(() -> weekdayOrMore(words));
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    parts.forEach(days::addAll);
    if (days.isEmpty() || (from && days.size() < 2)) {
      return false;
    }
    boolean each = days.size() > 1 || !named;
    said.say(Aspect.WEEKDAYS, new Aspect.Weekdays(days, each, on && !each));
    return true;
  }

  private static @Nullable Set<DayOfWeek> weekdayOrMore(Cursor words) {
    Token token = words.take();
    Set<DayOfWeek> days =
        switch (token.word()) {
          case WORKDAYS -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
          case WEEKEND -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
          case WEEKDAY, WEEKDAYS -> weekdayOrRange(token, words);
          default -> null;
        };
    if (days != null) {
      words.takeOneOf(EnumSet.of(Word.DAY, Word.DOT));
    }
    return days;
  }

  private static Set<DayOfWeek> weekdayOrRange(Token first, Cursor words) {
    boolean to =
        TO.contains(words.peek().word())
            && (words.peek(1).is(Word.WEEKDAY) || words.peek(1).is(Word.WEEKDAYS));
    int last = to ? words.peek(1).value() : first.value();
    if (to) {
      words.take();
      words.take();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day = DayOfWeek.of(first.value()); days.add(day); day = day.plus(1)) {
      if (day.getValue() == last) {
        return days;
      }
    }
    return days;
  }

  /** {@code December 1st, 2026}. */
  static boolean monthAndDay(Cursor words, Said said) {
    Token month = words.take();
    Token day = words.peek();
    boolean isDay = COUNTABLE.contains(day.word()) && isDayOfMonth(day.value());
    if (!month.is(Word.MONTH) || !isDay || Clocks.standsHere(words)) {
      return false;
    }
    words.take();
    said.say(Aspect.MONTHS, new TreeSet<>(Set.of(month.value())));
    said.say(Aspect.MONTH_DAYS, new TreeSet<>(Set.of(day.value())));
    year(words, said);
    return true;
  }

  /**
   * {@code the 1st and 15th}, {@code 20–25 числа}, {@code с 1 по 5 число}, the 1 of {@code 1 May}.
   */
  static boolean monthDays(Cursor words, Said said) {
    words.take(Word.FROM);
    words.take(Word.ARTICLE);
    boolean ordinal = words.is(Word.ORDINAL);
    NavigableSet<Integer> days = union(words.list(() -> daysOfMonth(words)));
    if (days.isEmpty()) {
      return false;
    }
    boolean dated = words.take(Word.DATE);
    boolean ofMonth = words.is(Word.MONTH) || words.is(Word.OF);
    if (!ordinal && !dated && !ofMonth) {
      return false;
    }
    said.say(Aspect.MONTH_DAYS, days);
    return true;
  }

  static NavigableSet<Integer> union(List<NavigableSet<Integer>> parts) {
    NavigableSet<Integer> all = new TreeSet<>();
    parts.forEach(all::addAll);
    return Collections.unmodifiableNavigableSet(all);
  }

  private static @Nullable NavigableSet<Integer> daysOfMonth(Cursor words) {
    return numbers(words, 1, LONGEST_MONTH);
  }

  /** One number, or a range of them. */
  static @Nullable NavigableSet<Integer> numbers(Cursor words, int least, int most) {
    if (!words.isOneOf(COUNTABLE)) {
      return null;
    }
    int first = words.take().value();
    Integer last = words.attempt(() -> lastOfRange(words));
    int end = last == null ? first : last;
    return first < least || end > most || end < first
        ? null
        : IntStream.rangeClosed(first, end).boxed().collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static @Nullable Integer lastOfRange(Cursor words) {
    boolean to = words.takeOneOf(TO);
    words.take(Word.ARTICLE);
    return to && words.isOneOf(COUNTABLE) ? words.take().value() : null;
  }

  private static boolean isDayOfMonth(int value) {
    return value >= 1 && value <= LONGEST_MONTH;
  }

  /** {@code in June, July and August}, {@code декабря 2026 года}. */
  static boolean months(Cursor words, Said said) {
    NavigableSet<Integer> months = union(words.list(() -> monthOrRange(words)));
    if (months.isEmpty()) {
      return false;
    }
    said.say(Aspect.MONTHS, months);
    year(words, said);
    return true;
  }

  private static @Nullable NavigableSet<Integer> monthOrRange(Cursor words) {
    Token first = words.take();
    if (!first.is(Word.MONTH)) {
      return null;
    }
    NavigableSet<Integer> months = new TreeSet<>(Set.of(first.value()));
    words.take(Word.DOT);
    if (TO.contains(words.peek().word()) && words.peek(1).is(Word.MONTH)) {
      words.take();
      int last = words.take().value();
      for (int month = first.value(); month != last; month = month % MONTHS + 1) {
        months.add(month % MONTHS + 1);
      }
    }
    return months;
  }

  /** {@code 2026}, {@code , 2026}, {@code 2026 года}. */
  private static void year(Cursor words, Said said) {
    Integer year = words.attempt(() -> year(words));
    if (year != null) {
      said.say(Aspect.YEAR, year);
    }
  }

  static @Nullable Integer year(Cursor words) {
    words.take(Word.COMMA);
    Token token = words.take();
    if (!token.is(Word.NUMBER) || token.value() < FIRST_YEAR || token.value() > LAST_YEAR) {
      return null;
    }
    if (words.is(Word.COLON)) {
      return null;
    }
    words.take(Word.YEARS);
    return token.value();
  }

  /** {@code of the month}, {@code месяца}. */
  static boolean ofTheMonth(Cursor words, Said said) {
    if (words.take(Word.MONTHS)) {
      said.say(Aspect.MONTHLY);
      return true;
    }
    return false;
  }
}
