package dev.bricklayer.schedule.when;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Days of the calendar: {@code 2026-12-01}, {@code 1.12}, {@code tomorrow}, {@code in 3 days}. */
final class Dates {

  private static final Set<Word> DATE_SIGNS = EnumSet.of(Word.DOT, Word.SLASH, Word.DASH);
  private static final Set<Word> BEFORE_WEEKDAY = EnumSet.of(Word.AT, Word.ON);
  private static final int MOST_MONTHS = 12;
  private static final int LONGEST_MONTH = 31;
  private static final int CENTURY = 2000;
  private static final int DAYS_OF_WEEK = 7;
  private static final int MINUTES_OF_HOUR = 60;
  private static final int HALF_AN_HOUR = 30;

  /** So many words before and behind a dotted number are searched for a time of day. */
  private static final int NEARBY = 8;

  private Dates() {}

  /**
   * {@code 2026-12-01}, {@code 01.12.2026}, {@code 1/12}; {@code 9.12} when a time stands
   * elsewhere.
   */
  static boolean numeric(Cursor words, Said said) {
    LocalDate date = words.attempt(() -> withYear(words, said));
    if (date != null) {
      said.say(Aspect.DATE, date);
      return true;
    }
    return said.complaint() == null && dayAndMonth(words, said);
  }

  /** Three numbers with the same sign between them. */
  private static @Nullable LocalDate withYear(Cursor words, Said said) {
    Token first = words.take();
    Token sign = words.take();
    Token second = words.take();
    Token sameSign = words.take();
    Token third = words.take();
    boolean numbers = first.is(Word.NUMBER) && second.is(Word.NUMBER) && third.is(Word.NUMBER);
    if (!numbers || !DATE_SIGNS.contains(sign.word()) || !sameSign.is(sign.word())) {
      return null;
    }
    skipT(words);
    if (first.text().length() == 4) {
      return date(first.value(), second.value(), third.value(), said);
    }
    int year = third.text().length() == 2 ? CENTURY + third.value() : third.value();
    boolean dayFirst = isDayFirst(first.value(), sign, second.value(), said);
    return dayFirst
        ? date(year, second.value(), first.value(), said)
        : date(year, first.value(), second.value(), said);
  }

  /** {@code 2026-12-01T09:30}, as programs write it. */
  private static void skipT(Cursor words) {
    if (words.peek().text().equals("t") && words.peek().glued()) {
      words.take();
    }
  }

  private static @Nullable LocalDate date(int year, int month, int day, Said said) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException notInTheCalendar) {
      said.complain(Reason.NO_SUCH_DATE, "%04d-%02d-%02d".formatted(year, month, day));
      return null;
    }
  }

  /** Half of the world writes it one way round; dots are written by those who put the day first. */
  private static boolean isDayFirst(int first, Token sign, int second, Said said) {
    if (sign.is(Word.DOT) || first > MOST_MONTHS) {
      return true;
    }
    if (second > MOST_MONTHS) {
      return false;
    }
    if (first != second) {
      said.assume(Hint.Kind.DAY_OR_MONTH_FIRST, first + sign.text() + second);
    }
    return true;
  }

  private static boolean dayAndMonth(Cursor words, Said said) {
    Token first = words.take();
    Token sign = words.take();
    Token second = words.take();
    boolean numbers = first.is(Word.NUMBER) && second.is(Word.NUMBER) && second.glued();
    if (!numbers || !(sign.is(Word.SLASH) || (sign.is(Word.DOT) && isDate(words, first, second)))) {
      return false;
    }
    boolean dayFirst = isDayFirst(first.value(), sign, second.value(), said);
    Token day = dayFirst ? first : second;
    Token month = dayFirst ? second : first;
    if (!inCalendar(day, month)) {
      said.complain(Reason.NO_SUCH_DATE, first.text() + sign.text() + second.text());
    }
    said.say(Aspect.MONTH_DAYS, new TreeSet<>(Set.of(day.value())));
    said.say(Aspect.MONTHS, new TreeSet<>(Set.of(month.value())));
    return true;
  }

  /** Whether {@code 9.12}, which was just taken, is a date: not when it is the only time there. */
  private static boolean isDate(Cursor words, Token day, Token month) {
    boolean behindAt = words.peek(-4).is(Word.AT);
    return inCalendar(day, month)
        && !behindAt
        && IntStream.rangeClosed(-3 - NEARBY, NEARBY)
            .filter(ahead -> ahead < -3 || ahead >= 0)
            .anyMatch(ahead -> isTime(words.peek(ahead), words.peek(ahead + 1)));
  }

  private static boolean inCalendar(Token day, Token month) {
    return day.value() >= 1
        && day.value() <= LONGEST_MONTH
        && month.value() >= 1
        && month.value() <= MOST_MONTHS;
  }

  private static boolean isTime(Token token, Token next) {
    boolean hour = token.is(Word.NUMBER) && (next.is(Word.AM) || next.is(Word.PM));
    boolean minutes = (token.is(Word.COLON) || token.is(Word.DOT)) && next.glued();
    boolean behindAt = token.is(Word.AT) && next.is(Word.NUMBER);
    return hour || (minutes && next.is(Word.NUMBER)) || behindAt;
  }

  /** {@code from 13 October 2026}, {@code starting tomorrow}, {@code начиная с 1.12.2026}. */
  static boolean start(Cursor words, Said said) {
    boolean start = words.take(Word.START);
    boolean from = words.take(Word.FROM) || (start && words.take(Word.ON));
    if (!start && !from) {
      return false;
    }
    LocalDate date = words.attempt(() -> day(words, said, start));
    if (date == null) {
      return false;
    }
    said.say(Aspect.START, date);
    return true;
  }

  private static @Nullable LocalDate day(Cursor words, Said said, boolean weekday) {
    LocalDate date = words.attempt(() -> withYear(words, said));
    if (date == null) {
      date = words.attempt(() -> dayOfMonth(words, said));
    }
    if (date == null && weekday && words.is(Word.WEEKDAY)) {
      DayOfWeek day = DayOfWeek.of(words.take().value());
      date = said.today().with(TemporalAdjusters.nextOrSame(day));
    }
    return date == null ? words.attempt(() -> named(words, said)) : date;
  }

  /** {@code 13 October 2026}, {@code October 13}; without a year the next such day. */
  private static @Nullable LocalDate dayOfMonth(Cursor words, Said said) {
    boolean monthFirst = words.is(Word.MONTH);
    Token first = words.take();
    words.take(Word.DATE);
    words.take(Word.OF);
    Token second = words.take();
    Token day = monthFirst ? second : first;
    Token month = monthFirst ? first : second;
    if (!month.is(Word.MONTH) || !(day.is(Word.NUMBER) || day.is(Word.ORDINAL))) {
      return null;
    }
    Integer year = words.attempt(() -> Days.year(words));
    LocalDate today = said.today();
    LocalDate date = date(year == null ? today.getYear() : year, month.value(), day.value(), said);
    return date != null && year == null && date.isBefore(today) ? date.plusYears(1) : date;
  }

  /** {@code tomorrow}, {@code послезавтра}, {@code next Friday}, {@code tonight}. */
  static boolean relative(Cursor words, Said said) {
    LocalDate date = words.attempt(() -> named(words, said));
    if (date == null) {
      return false;
    }
    said.say(Aspect.DATE, date);
    return true;
  }

  private static @Nullable LocalDate named(Cursor words, Said said) {
    LocalDate today = said.today();
    words.take(Word.ARTICLE);
    if (words.take(Word.DAY, Word.AFTER, Word.TOMORROW) || words.take(Word.OVERMORROW)) {
      return today.plusDays(2);
    }
    if (words.take(Word.TODAY)) {
      return today;
    }
    if (words.take(Word.TOMORROW)) {
      return today.plusDays(1);
    }
    if (words.take(Word.TONIGHT)) {
      said.say(Aspect.PART_OF_DAY, PartOfDay.EVENING);
      return today;
    }
    return weekdayOfAWeek(words, said);
  }

  /** Of the week that began last Monday, or of the one after it. */
  private static @Nullable LocalDate weekdayOfAWeek(Cursor words, Said said) {
    Token which = words.take();
    if (which.is(Word.THIS) && Clocks.isPartOfDay(words)) {
      return said.today();
    }
    boolean week = words.take(Word.WEEK) && words.skip(BEFORE_WEEKDAY);
    if (!(which.is(Word.THIS) || which.is(Word.NEXT)) || !words.is(Word.WEEKDAY)) {
      return null;
    }
    DayOfWeek day = DayOfWeek.of(words.take().value());
    LocalDate ofThisWeek =
        said.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(day);
    if (which.is(Word.THIS)) {
      return ofThisWeek;
    }
    LocalDate ofNextWeek = ofThisWeek.plusDays(DAYS_OF_WEEK);
    if (!week && ofThisWeek.isAfter(said.today())) {
      said.assume(Hint.Kind.THIS_OR_NEXT_WEEK, ofNextWeek, ofThisWeek);
    }
    return ofNextWeek;
  }

  /** {@code in 20 minutes}, {@code через 1 час 30 минут}, {@code in a week}. */
  static boolean distance(Cursor words, Said said) {
    if (isEveryOtherDay(words)) {
      said.complain(Reason.DAYS_APART);
    }
    if (!words.take(Word.AFTER) && !words.take(Word.IN)) {
      return false;
    }
    var parts = words.looseList(() -> distance(words));
    if (parts.isEmpty()) {
      return false;
    }
    said.say(Aspect.AFTER, parts.stream().reduce(Dates::plus).orElseThrow());
    return true;
  }

  /** {@code через день}: one is left out, and the next one, and so on. */
  private static boolean isEveryOtherDay(Cursor words) {
    return words.peek().text().equals("через") && words.peek(1).text().equals("день");
  }

  private static Aspect.Distance plus(Aspect.Distance a, Aspect.Distance b) {
    return new Aspect.Distance(
        a.months() + b.months(), a.days() + b.days(), a.minutes() + b.minutes());
  }

  private static Aspect.@Nullable Distance distance(Cursor words) {
    words.take(Word.ARTICLE);
    if (words.take(Word.HALF_HOUR) || words.take(Word.HALF, Word.ARTICLE, Word.HOUR)) {
      return new Aspect.Distance(0, 0, HALF_AN_HOUR);
    }
    int count = words.is(Word.NUMBER) ? words.take().value() : 1;
    Token unit = words.take();
    return switch (unit.word()) {
      case MINUTE -> new Aspect.Distance(0, 0, count);
      case HOUR -> new Aspect.Distance(0, 0, count * MINUTES_OF_HOUR);
      case DAY, DAY_OR_AFTERNOON -> days(count);
      case WEEK -> days(count * DAYS_OF_WEEK);
      case MONTHS -> new Aspect.Distance(count, 0, 0);
      case YEARS -> new Aspect.Distance(count * MOST_MONTHS, 0, 0);
      default -> null;
    };
  }

  private static Aspect.Distance days(int count) {
    return new Aspect.Distance(0, count, 0);
  }
}
