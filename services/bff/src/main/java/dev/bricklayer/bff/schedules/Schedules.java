package dev.bricklayer.bff.schedules;

import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.ScheduleReader;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.schedule.when.When;
import dev.bricklayer.schedule.when.WhenReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads schedules as this installation takes them. */
@Component
public class Schedules {

  private final ScheduleReader reader;
  private final WhenReader whenReader;
  private final @Nullable String defaultZone;

  Schedules(ScheduleSettings settings) {
    this.reader = new ScheduleReader(settings.smallestInterval());
    this.whenReader = new WhenReader(reader);
    this.defaultZone =
        settings.defaultTimeZone() == null ? null : settings.defaultTimeZone().getId();
  }

  /** Reads a schedule that is to run from now on. */
  public Reading read(ScheduleSpec spec, Instant now, Locale locale) {
    return reader.read(spec, now, locale);
  }

  /**
   * Reads what a person typed: short text, cron, or a date.
   *
   * @param zone of the person; a zone in the text comes before it
   */
  public When read(String typed, ZoneId zone, Instant now, Locale locale) {
    return whenReader.read(typed, zone, now, locale);
  }

  /**
   * Reads one point in time: a day alone means its beginning, a weekday the next one.
   *
   * @param zone in which it is said; a zone in the text comes before it
   */
  public When readMoment(String typed, ZoneId zone, Instant now, Locale locale) {
    return whenReader.readMoment(typed, zone, now, locale);
  }

  /** The zone of this name; empty when there is none. */
  public Optional<ZoneId> zone(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  /** The person's zone, else the installation's. */
  public Optional<ZoneId> zoneOr(@Nullable ZoneId persons) {
    return Optional.ofNullable(persons).or(() -> Optional.ofNullable(defaultZone).map(ZoneId::of));
  }

  /** The same schedule with a zone where it names none: the person's, else the installation's. */
  public ScheduleSpec withZone(ScheduleSpec spec, @Nullable String personsZone) {
    String zone = personsZone == null ? defaultZone : personsZone;
    return zone == null ? spec : spec.withDefaultZone(zone);
  }
}
