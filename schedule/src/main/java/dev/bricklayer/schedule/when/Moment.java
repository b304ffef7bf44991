package dev.bricklayer.schedule.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * One instant for people to read.
 *
 * @param at with the offset that the clocks have then
 * @param inWords {@code Mon 12 Oct 10:00}, with the year when it is not this one
 * @param distance {@code in 3 d}, rounded down; empty for what has passed
 */
public record Moment(ZonedDateTime at, String inWords, String distance) {

  private static final int DAYS_FROM = 48;

  /**
   * Says an instant.
   *
   * @param locale Russian for {@code ru}, else English
   */
  public static Moment of(Instant instant, ZoneId zone, Instant now, Locale locale) {
    Sentences sentences = Sentences.in(locale);
    ZonedDateTime at = instant.atZone(zone);
    boolean thisYear = at.getYear() == now.atZone(zone).getYear();
    String pattern = sentences.text(thisYear ? "moment.this-year" : "moment.other-year");
    return new Moment(
        at, sentences.formatted(pattern).format(at), distance(now, instant, sentences));
  }

  private static String distance(Instant now, Instant instant, Sentences sentences) {
    Duration distance = Duration.between(now, instant);
    if (distance.isNegative()) {
      return "";
    }
    if (distance.toHours() >= DAYS_FROM) {
      return sentences.text("moment.distance.days", distance.toDays());
    }
    return distance.toHours() > 0
        ? sentences.text("moment.distance.hours", distance.toHours())
        : sentences.text("moment.distance.minutes", distance.toMinutes());
  }
}
