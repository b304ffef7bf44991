package dev.bricklayer.schedule.when;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time that people often want, for a button.
 *
 * @param label for the button, with its date where it has one: {@code Tomorrow, Thu 26 Nov 09:00}
 * @param typed what {@link WhenReader} reads as that time, with certainty; a date stays the same
 *     however late the button is pressed
 */
public record Preset(String label, String typed) {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** An evening that begins sooner is "in 1 hour" already. */
  private static final int HOURS_TO_EVENING = 2;

  /**
   * The presets of this moment, soonest first, then what comes again.
   *
   * @param zone of the person, which is also the one to read {@code typed} in
   * @param locale Russian for {@code ru}, else English
   */
  public static List<Preset> at(ZoneId zone, Instant now, Locale locale) {
    Sentences sentences = Sentences.in(locale);
    LocalDateTime today = LocalDateTime.ofInstant(now, zone);
    List<Preset> presets = new ArrayList<>();
    inAnHour(now, zone).ifPresent(at -> presets.add(dated("in-an-hour", at, sentences)));
    if (today.plusHours(HOURS_TO_EVENING).isBefore(today.with(EVENING))) {
      presets.add(dated("this-evening", today.with(EVENING), sentences));
    }
    presets.add(dated("tomorrow-morning", today.plusDays(1).with(MORNING), sentences));
    LocalDateTime monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING);
    if (!monday.toLocalDate().equals(today.toLocalDate().plusDays(1))) {
      presets.add(dated("next-monday", monday, sentences));
    }
    presets.add(again("weekdays", sentences));
    presets.add(again("mondays", sentences));
    return presets;
  }

  /** Not at all when the clocks will then show a time for the second time. */
  private static Optional<LocalDateTime> inAnHour(Instant now, ZoneId zone) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant due = (minute.isBefore(now) ? minute.plus(A_MINUTE) : minute).plus(AN_HOUR);
    LocalDateTime local = LocalDateTime.ofInstant(due, zone);
    return Optional.of(local).filter(at -> at.atZone(zone).toInstant().equals(due));
  }

  private static Preset dated(String key, LocalDateTime at, Sentences sentences) {
    String date = sentences.formatted(sentences.text("moment.this-year")).format(at);
    String typed = at.toLocalDate() + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    return new Preset(sentences.text("preset." + key, date), typed);
  }

  private static Preset again(String key, Sentences sentences) {
    return new Preset(sentences.text("preset." + key), sentences.text("preset.typed." + key));
  }
}
