package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.Reading;
import java.util.Arrays;
import java.util.Locale;

/**
 * One thing to know before a reading is taken: what was assumed, or what is odd about it.
 *
 * @param text a sentence in the reader's language
 */
public record Hint(Kind kind, String text) {

  /** What a hint is about. */
  public enum Kind {
    /** A word was read in spite of a slip of the finger. */
    SPELLING(true),
    /** {@code 1/12}: which is the day and which the month. */
    DAY_OR_MONTH_FIRST(true),
    /** {@code 9.12} alone: a time, or a date. */
    TIME_OR_DATE(true),
    /** {@code at 3}: at night, or in the afternoon. */
    HALF_OF_DAY(true),
    /** No time of day was said. */
    TIME_ASSUMED(true),
    /** Not said on which day of the week or month. */
    DAY_ASSUMED(true),
    /** Times of day without any day. */
    EVERY_DAY_ASSUMED(true),
    /** A time of day alone. */
    ONCE_ASSUMED(true),
    /** {@code Monday 10:00}: each Monday, or the next one. */
    EACH_WEEK_ASSUMED(true),
    /** {@code on the 15th}: of each month, or of this one. */
    EACH_MONTH_ASSUMED(true),
    /** {@code on Monday}, said on a Monday. */
    TODAY_OR_NEXT_WEEK(true),
    /** {@code next Friday}, when this week's is still to come. */
    THIS_OR_NEXT_WEEK(true),
    /** {@code every second Tuesday}: of two, or of the month. */
    SECOND_OF_TWO(true),
    /** A date without a year whose day has passed this year. */
    NEXT_YEAR(true),
    /** {@code every 15 minutes from 9:00 to 18:00}: the last time is not one of them. */
    END_LEFT_OUT(true),
    /** The clocks change in between: counted in UTC, which is the zone that is shown. */
    COUNTED_IN_UTC(true),
    /** More than 100 times a day. */
    FREQUENT(false),
    /** A day that some months or years do not have. */
    RARE_DAY(false),
    /** A time of day that the clocks skip before long. */
    CLOCK_SKIPS(false),
    /** A one-off in an hour that the clocks repeat. */
    CLOCK_REPEATS(false),
    /** Day of month and day of week both given. */
    EITHER_DAY(false);

    private final boolean assumption;

    Kind(boolean assumption) {
      this.assumption = assumption;
    }

    /** Whether something was assumed; otherwise it was understood and is odd. */
    public boolean isAssumption() {
      return assumption;
    }

    /** As the {@code warnings} of REST answers name it: {@code rare-day}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Hint of(Reading.Warning warning) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(known -> !known.assumption && known.code().equals(warning.code()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No kind of hint for " + warning));
    return new Hint(kind, warning.detail());
  }
}
