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
    boolean hours = from || said.has(Aspect.STEP);
    if (!hours && (first.eitherHalf() || last.eitherHalf())) {
      return false;
    }
    said.say(Aspect.WINDOW, new Aspect.Window(first, lastOf(first, last, said)));
    return true;
  }

  private static boolean isNoDate(Cursor words) {
    return !words.is(Word.ORDINAL);
  }

  /** {@code from 9 to 6} hardly means the night; {@code from 22 to 6} does. */
  private static Clock lastOf(Clock first, Clock last, Said said) {
    boolean sameHalf = last.time().isAfter(first.time());
    boolean otherHalf = otherHalf(last.time()).isAfter(first.time());
    if (!last.eitherHalf() || !(sameHalf || otherHalf)) {
      return last;
    }
    LocalTime meant = sameHalf ? last.time() : otherHalf(last.time());
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
    each(words.take(), said);
    said.say(Aspect.PART_OF_DAY, part);
    return true;
  }

  /** {@code mornings}, {@code по утрам}: the plural says "every" by itself. */
  private static void each(Token part, Said said) {
    if (part.value() > 1) {
      said.say(Aspect.EVERY);
    }
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
      return oneOClock(words, said);
    }
    return words.is(Word.NUMBER) ? words.attempt(() -> numeric(words, said)) : null;
  }

  /** {@code в час дня}. */
  private static @Nullable Clock oneOClock(Cursor words, Said said) {
    words.take();
    PartOfDay part = part(words, said);
    return part == null ? null : Clock.exactly(part.hour(1), 0);
  }

  private static @Nullable Clock numeric(Cursor words, Said said) {
    boolean behindAt = words.peek(-1).is(Word.AT);
    Token sign = words.peek(1);
    Digits digits = digits(words, behindAt);
    PartOfDay part = part(words, said);
    if (digits.minute() == null && part == null && words.isOneOf(COUNTED)) {
      return null;
    }
    int minute = digits.minute() == null ? 0 : digits.minute();
    if (digits.hour() > LAST_HOUR || minute > LAST_MINUTE) {
      said.complain(Reason.NO_SUCH_TIME, digits.text());
      return null;
    }
    LocalTime time = LocalTime.of(part == null ? digits.hour() : part.hour(digits.hour()), minute);
    if (sign.is(Word.DOT) && !behindAt && part == null && minute >= 1 && minute <= MOST_MONTHS) {
      said.assume(Hint.Kind.TIME_OR_DATE, digits.text(), time);
    }
    boolean alone = digits.minute() == null && part == null && !digits.text().startsWith("0");
    return new Clock(time, alone && digits.hour() >= 1 && digits.hour() < NOON, digits.text());
  }

  /** What was said in figures. */
  private record Digits(int hour, @Nullable Integer minute, String text) {}

  private static Digits digits(Cursor words, boolean behindAt) {
    Token hour = words.take();
    if (behindAt && hour.text().length() == 4) {
      return new Digits(hour.value() / 100, hour.value() % 100, hour.text());
    }
    String sign = words.is(Word.NUMBER) ? " " : words.peek().text();
    Token minute = minute(words, behindAt);
    return minute == null
        ? new Digits(hour.value(), null, hour.text())
        : new Digits(hour.value(), minute.value(), hour.text() + sign + minute.text());
  }

  /** {@code :30}, {@code .30}, {@code -30}, behind "at" just {@code 30}, {@code часов 30 минут}. */
  private static @Nullable Token minute(Cursor words, boolean behindAt) {
    if (behindAt && isMinute(words.peek()) && !COUNTED.contains(words.peek(1).word())) {
      return words.take();
    }
    Token sign = words.peek();
    Token number = words.peek(1);
    boolean dash = sign.is(Word.DASH) && isNoHour(number.value());
    boolean joined = sign.glued() && number.glued() && isMinute(number);
    if (joined && (sign.is(Word.COLON) || sign.is(Word.DOT) || dash)) {
      words.take();
      Token minute = words.take();
      noSeconds(words);
      return minute;
    }
    return words.take(Word.HOUR) && words.peek(1).is(Word.MINUTE) && words.is(Word.NUMBER)
        ? minuteInWords(words)
        : null;
  }

  private static boolean isMinute(Token token) {
    return token.is(Word.NUMBER) && token.text().length() == 2;
  }

  private static Token minuteInWords(Cursor words) {
    Token minutes = words.take();
    words.take();
    return minutes;
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
  private static @Nullable PartOfDay part(Cursor words, Said said) {
    return words.attempt(
        () -> {
          boolean in = words.take(Word.IN, Word.ARTICLE) || words.take(Word.AT);
          PartOfDay part = PARTS.get(words.peek().word());
          if (part != null && (!in || !words.peek().text().endsWith("m"))) {
            each(words.take(), said);
            return part;
          }
          return null;
        });
  }
}
