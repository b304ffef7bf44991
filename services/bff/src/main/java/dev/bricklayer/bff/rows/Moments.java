package dev.bricklayer.bff.rows;

import dev.bricklayer.problems.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Points in time as people read them: 24-hour clock, day of the week, and how far away. */
final class Moments {

  private static final Wording WORDS = Wording.beside(Moments.class);

  private Moments() {}

  /** {@code Mon 12 Oct 10:00}; with its year where that is another one. */
  static String shown(OffsetDateTime moment, Instant now, Locale locale) {
    return shown(moment, moment.getYear() == now.atOffset(moment.getOffset()).getYear(), locale);
  }

  /** The same. */
  static String shown(ZonedDateTime moment, Instant now, Locale locale) {
    return shown(moment, moment.getYear() == now.atZone(moment.getZone()).getYear(), locale);
  }

  private static String shown(TemporalAccessor moment, boolean thisYear, Locale locale) {
    String pattern = thisYear ? "EEE d MMM HH:mm" : "EEE d MMM yyyy HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(moment);
  }

  /** {@code Mon 12 Oct}. */
  static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(day);
  }

  /** {@code in 3 d}: the largest unit of which there is at least one, rounded. */
  static String ahead(Instant moment, Instant now, Locale locale) {
    Duration left = Duration.between(now, moment);
    if (left.compareTo(Duration.ofMinutes(1)) < 0) {
      return WORDS.text("ahead.soon").in(locale);
    }
    if (left.compareTo(Duration.ofMinutes(100)) < 0) {
      return WORDS.text("ahead.minutes", left.plusSeconds(30).toMinutes()).in(locale);
    }
    if (left.compareTo(Duration.ofDays(2)) < 0) {
      return WORDS.text("ahead.hours", left.plusMinutes(30).toHours()).in(locale);
    }
    return WORDS.text("ahead.days", left.plusHours(12).toDays()).in(locale);
  }
}
