package dev.bricklayer.schedule.when;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What comes again: {@code every 15 minutes}, {@code каждую вторую неделю}, {@code раз в месяц}.
 */
final class Rhythms {

  private static final Set<Word> UNITS =
      EnumSet.of(
          Word.MINUTE,
          Word.HOUR,
          Word.HALF_HOUR,
          Word.HALF,
          Word.DAY,
          Word.DAY_OR_AFTERNOON,
          Word.WEEK,
          Word.MONTHS,
          Word.YEARS);

  private static final Set<Word> TO = EnumSet.of(Word.TO, Word.BY, Word.DASH);
  private static final int MINUTES_OF_HOUR = 60;
  private static final int HALF_AN_HOUR = 30;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;
  private static final int LONGEST_MONTH = 31;

  private Rhythms() {}

  /** {@code every}, alone or with a count and a unit: the rest of the sentence may say which. */
  static boolean every(Cursor words, Said said) {
    if (!everyWord(words)) {
      return false;
    }
    said.say(Aspect.EVERY);
    words.attempt(Rhythms::units, said);
    return true;
  }

  /** {@code every}, {@code раз в}, {@code once a}, {@code once every}. */
  private static boolean everyWord(Cursor words) {
    if (words.take(Word.ONCE, Word.EVERY) || words.take(Word.ONCE, Word.ARTICLE)) {
      return true;
    }
    return words.take(Word.EVERY) || words.attempt(() -> timesIn(words)) != null;
  }

  private static @Nullable Boolean timesIn(Cursor words) {
    words.take(Word.NUMBER);
    boolean in = words.take(Word.TIMES, Word.AT);
    boolean counted = words.is(Word.NUMBER) && UNITS.contains(words.peek(1).word());
    boolean rhythm = in && (counted || words.isOneOf(UNITS));
    return rhythm ? Boolean.TRUE : null;
  }

  private static boolean units(Cursor words, Said said) {
    if (words.take(Word.HALF_HOUR)
        || words.take(Word.HALF, Word.HOUR)
        || words.take(Word.HALF, Word.ARTICLE, Word.HOUR)) {
      said.say(Aspect.STEP, HALF_AN_HOUR);
      return true;
    }
    Token counted = words.peek();
    int count = count(words);
    return words.isOneOf(UNITS)
        ? unit(words.take(), count, said)
        : counted.word() != Word.NUMBER && count > 1 && otherWeekday(words, counted, count, said);
  }

  private static int count(Cursor words) {
    if (words.take(Word.OTHER)) {
      return 2;
    }
    return words.is(Word.NUMBER) || words.is(Word.ORDINAL) ? words.take().value() : 1;
  }

  private static boolean unit(Token unit, int count, Said said) {
    switch (unit.word()) {
      case MINUTE -> said.say(Aspect.STEP, count);
      case HOUR -> said.say(Aspect.STEP, count * MINUTES_OF_HOUR);
      case WEEK -> said.say(Aspect.WEEKS, count);
      case MONTHS -> said.say(Aspect.MONTHLY);
      case YEARS -> said.say(Aspect.YEARLY);
      default -> {
        // Every day is what "every" says by itself.
      }
    }
    if (count != 1 && !EnumSet.of(Word.MINUTE, Word.HOUR, Word.WEEK).contains(unit.word())) {
      said.complain(Reason.DAYS_APART);
    }
    return true;
  }

  /**
   * {@code every other Tuesday}; {@code every second Tuesday}, unless it goes on with "of the
   * month".
   */
  private static boolean otherWeekday(Cursor words, Token counted, int count, Said said) {
    boolean ofTheMonth =
        words.peek(1).is(Word.OF)
            || words.peek(1).is(Word.MONTHS)
            || (words.peek(1).is(Word.EVERY) && words.peek(2).is(Word.MONTHS));
    if (!words.is(Word.WEEKDAY) || ofTheMonth) {
      return false;
    }
    said.say(Aspect.WEEKS, count);
    if (!counted.is(Word.OTHER)) {
      said.assume(Hint.Kind.SECOND_OF_TWO, count);
    }
    return true;
  }

  /** {@code daily}, {@code ежечасно}. */
  static boolean adverb(Cursor words, Said said) {
    switch (words.take().word()) {
      case DAILY -> {}
      case HOURLY -> said.say(Aspect.STEP, MINUTES_OF_HOUR);
      case WEEKLY -> said.say(Aspect.WEEKS, 1);
      case FORTNIGHTLY -> said.say(Aspect.WEEKS, 2);
      case MONTHLY -> said.say(Aspect.MONTHLY);
      case YEARLY -> said.say(Aspect.YEARLY);
      default -> {
        return false;
      }
    }
    said.say(Aspect.EVERY);
    return true;
  }

  /** {@code at minutes 0 and 21 of the hours 9–17}, {@code в минуту 5 каждого часа}. */
  static boolean minutesOfHours(Cursor words, Said said) {
    if (!words.take(Word.MINUTE)) {
      return false;
    }
    NavigableSet<Integer> minutes =
        Days.union(words.list(() -> Days.numbers(words, 0, LAST_MINUTE)));
    if (minutes.isEmpty()) {
      return false;
    }
    said.say(Aspect.MINUTES, minutes);
    NavigableSet<Integer> hours = words.attempt(() -> hours(words));
    if (hours != null) {
      said.say(Aspect.HOURS, hours);
    }
    return true;
  }

  private static @Nullable NavigableSet<Integer> hours(Cursor words) {
    words.take(Word.OF);
    words.take(Word.ARTICLE);
    if (words.take(Word.EVERY, Word.HOUR)) {
      return allHours();
    }
    List<NavigableSet<Integer>> hours =
        words.take(Word.HOUR) ? words.list(() -> Days.numbers(words, 0, LAST_HOUR)) : List.of();
    return hours.isEmpty() ? null : Days.union(hours);
  }

  static NavigableSet<Integer> allHours() {
    return IntStream.rangeClosed(0, LAST_HOUR).boxed().collect(TreeSet::new, Set::add, Set::addAll);
  }

  /** {@code every 2nd day from the 1st to the 31st}. */
  static boolean everyNthDayOfMonth(Cursor words, Said said) {
    words.take(Word.EVERY);
    int step = words.peek().value();
    if (!words.take(Word.ORDINAL, Word.DAY, Word.FROM)) {
      return false;
    }
    words.take(Word.ARTICLE);
    int first = words.take().value();
    boolean to = words.takeOneOf(TO);
    words.take(Word.ARTICLE);
    int last = words.take().value();
    words.take(Word.DATE);
    if (!to || step < 1 || first < 1 || last > LONGEST_MONTH || last < first) {
      return false;
    }
    NavigableSet<Integer> days = new TreeSet<>();
    for (int day = first; day <= last; day += step) {
      days.add(day);
    }
    said.say(Aspect.MONTH_DAYS, days);
    return true;
  }
}
