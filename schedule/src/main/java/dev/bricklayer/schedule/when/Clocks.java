package dev.bricklayer.schedule.when;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times of day: {@code 9:30}, {@code 3pm}, {@code в 9 утра}, {@code from 9 to 18}. */
final class Clocks {

  private static final int NOON = 12;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;
  private static final int MOST_MONTHS = 12;

  private static final Map<Word, PartOfDay> PARTS =
      Map.of(
          Word.AM, PartOfDay.AM,
          Word.PM, PartOfDay.PM,
          Word.MORNING, PartOfDay.MORNING,
          Word.AFTERNOON, PartOfDay.AFTERNOON,
          Word.DAY_OR_AFTERNOON, PartOfDay.AFTERNOON,
          Word.EVENING, PartOfDay.EVENING,
          Word.NIGHT, PartOfDay.NIGHT);

  /** A number before one of these counts something else than hours. */
  private static final Set<Word> COUNTED =
      EnumSet.of(
          Word.MONTH,
          Word.DATE,
          Word.MINUTE,
          Word.SECONDS,
          Word.DAY,
          Word.WEEK,
          Word.MONTHS,
          Word.YEARS,
          Word.TIMES,
          Word.SLASH,
          Word.COLON);

  private static final Set<Word> TO = EnumSet.of(Word.TO, Word.BY, Word.DASH);

  private Clocks() {}

  /** {@code at 9:30, 12:00 and 18}. */
  static boolean times(Cursor words, Said said) {
    List<Clock> times = words.list(() -> clock(words, said));
    if (times.isEmpty()) {
      return false;
    }
    said.say(Aspect.TIMES, times);
    return true;
  }

  /**
   * {@code from 9 to 18}, {@code с 9:00 до 17:45}, {@code between 9 and 17}, {@code 9:00-18:00}.
   */
  static boolean window(Cursor words, Said said) {
    boolean between = words.take(Word.BETWEEN);
    boolean from = between || words.take(Word.FROM);
    Clock first = clock(words, said);
    boolean to =
        first != null && (between ? words.take(Word.AND) : words.takeOneOf(TO) && isNoDate(words));
    Clock last = to ? clock(words, said) : null;
    if (first == null || last == null || words.isOneOf(COUNTED)) {
      return false;
    }
    if (!from && (first.eitherHalf() || last.eitherHalf())) {
      return false;
    }
    said.say(Aspect.WINDOW, new Aspect.Window(first, lastOf(first, last, said)));
    return true;
  }

  private static boolean isNoDate(Cursor words) {
    return !words.is(Word.ORDINAL);
  }

  /** {@code from 9 to 6} hardly means the night. */
  private static Clock lastOf(Clock first, Clock last, Said said) {
    if (!last.eitherHalf()) {
      return last;
    }
    LocalTime meant = last.time().isAfter(first.time()) ? last.time() : last.time().plusHours(NOON);
    said.assume(Hint.Kind.HALF_OF_DAY, last.text(), meant, otherHalf(meant));
    return new Clock(meant, false, last.text());
  }

  /** Whether the number here begins a time of day, whatever is in front of it. */
  static boolean standsHere(Cursor words) {
    Token next = words.peek(1);
    boolean minutes = words.peek(2).is(Word.NUMBER) && words.peek(2).glued();
    return next.is(Word.COLON) || (next.is(Word.DOT) && minutes) || PARTS.containsKey(next.word());
  }

  static LocalTime otherHalf(LocalTime time) {
    return time.plusHours(NOON);
  }

  /**
   * {@code morning}, {@code утром}: instead of an hour, or to go with one that is said elsewhere.
   */
  static boolean partOfDay(Cursor words, Said said) {
    PartOfDay part = PARTS.get(words.peek().word());
    if (part == null || !isPartOfDay(words)) {
      return false;
    }
    words.take();
    said.say(Aspect.PART_OF_DAY, part);
    return true;
  }

  static boolean isPartOfDay(Cursor words) {
    PartOfDay part = PARTS.get(words.peek().word());
    return part != null && part != PartOfDay.AM && part != PartOfDay.PM;
  }

  private static @Nullable Clock clock(Cursor words, Said said) {
    if (words.take(Word.NOON)) {
      return Clock.exactly(NOON, 0);
    }
    if (words.take(Word.MIDNIGHT)) {
      return Clock.exactly(0, 0);
    }
    if (words.is(Word.HOUR)) {
      return oneOClock(words);
    }
    return words.is(Word.NUMBER) ? words.attempt(() -> numeric(words, said)) : null;
  }

  /** {@code в час дня}. */
  private static @Nullable Clock oneOClock(Cursor words) {
    words.take();
    PartOfDay part = part(words);
    return part == null ? null : Clock.exactly(part.hour(1), 0);
  }

  private static @Nullable Clock numeric(Cursor words, Said said) {
    boolean behindAt = words.peek(-1).is(Word.AT);
    Token hour = words.take();
    Token sign = words.peek();
    Token minute = minute(words, behindAt);
    PartOfDay part = part(words);
    if (minute == null && part == null && (words.isOneOf(COUNTED) || hour.text().length() > 2)) {
      return null;
    }
    int minutes = minute == null ? 0 : minute.value();
    if (hour.value() > LAST_HOUR || minutes > LAST_MINUTE) {
      said.complain(Reason.NO_SUCH_TIME, hour.text() + (minute == null ? "" : ":" + minute.text()));
      return null;
    }
    LocalTime time = LocalTime.of(part == null ? hour.value() : part.hour(hour.value()), minutes);
    if (sign.is(Word.DOT) && !behindAt && part == null && minutes >= 1 && minutes <= MOST_MONTHS) {
      said.assume(Hint.Kind.TIME_OR_DATE, hour.text() + "." + minutes, time);
    }
    boolean alone = minute == null && part == null && !hour.text().startsWith("0");
    return new Clock(time, alone && hour.value() >= 1 && hour.value() < NOON, hour.text());
  }

  /** {@code :30}, {@code .30}, {@code -30} behind "at", {@code часов 30 минут}. */
  private static @Nullable Token minute(Cursor words, boolean behindAt) {
    Token sign = words.peek();
    Token number = words.peek(1);
    boolean twoDigits =
        sign.glued() && number.glued() && number.is(Word.NUMBER) && number.text().length() == 2;
    boolean dash = sign.is(Word.DASH) && behindAt && isNoHour(number.value());
    if (twoDigits && (sign.is(Word.COLON) || sign.is(Word.DOT) || dash)) {
      words.take();
      Token minute = words.take();
      noSeconds(words);
      return minute;
    }
    if (!words.take(Word.HOUR)) {
      return null;
    }
    Token minutes = words.peek();
    return words.take(Word.NUMBER, Word.MINUTE) ? minutes : null;
  }

  /** {@code 9-30} is a time, {@code 9-18} are hours. */
  private static boolean isNoHour(int number) {
    return number == 0 || number > LAST_HOUR + 1;
  }

  /** {@code 09:30:00}, as programs write it. */
  private static void noSeconds(Cursor words) {
    if (words.is(Word.COLON) && words.peek(1).text().equals("00")) {
      words.take(Word.COLON, Word.NUMBER);
    }
  }

  /** {@code pm}, {@code утра}, {@code in the morning}. */
  private static @Nullable PartOfDay part(Cursor words) {
    return words.attempt(
        () -> {
          boolean in = words.take(Word.IN, Word.ARTICLE) || words.take(Word.AT);
          PartOfDay part = PARTS.get(words.peek().word());
          if (part != null && (!in || !words.peek().text().endsWith("m"))) {
            words.take();
            return part;
          }
          return null;
        });
  }
}
