package dev.bricklayer.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of a schedule, as it stands in REST bodies, messages and databases.
 *
 * <p>Exactly one of {@code cron}, {@code at} and {@code every} is meant to be given; nothing is
 * checked here, so that whatever arrives can be carried to {@link ScheduleReader}, which names what
 * is wrong.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param at a one-off: local date and time in {@code timeZone}, {@code 2026-12-01T09:30}
 * @param every what cron cannot say
 * @param timeZone IANA name, {@code Europe/Moscow}
 */
public record ScheduleSpec(
    @Nullable String cron, @Nullable String at, @Nullable Every every, @Nullable String timeZone) {

  /**
   * Every so many weeks ({@code weeks}, {@code on}, {@code at}, {@code from}) or on one weekday of
   * the month or its last day ({@code month}, {@code at}).
   *
   * @param weeks 1 is every week, 2 every second one
   * @param on weekdays, {@code MON} to {@code SUN}
   * @param month {@code 2nd TUE}, {@code last FRI}, {@code last DAY}
   * @param at local time, {@code 09:30}
   * @param from local date in the first week that counts; nothing is due before it
   */
  public record Every(
      @Nullable Integer weeks,
      @Nullable List<String> on,
      @Nullable String month,
      @Nullable String at,
      @Nullable String from) {

    /** Copies the list as it came: an element that is null is the reader's to refuse. */
    public Every {
      on = on == null ? null : Collections.unmodifiableList(new ArrayList<>(on));
    }

    /** Every {@code weeks} weeks on these days. */
    public static Every weeks(int weeks, List<String> on, String at, @Nullable String from) {
      return new Every(weeks, on, null, at, from);
    }

    /** Once a month on the day that {@code month} names. */
    public static Every month(String month, String at) {
      return new Every(null, null, month, at, null);
    }
  }

  /** A schedule by cron fields. */
  public static ScheduleSpec ofCron(String cron, String timeZone) {
    return new ScheduleSpec(cron, null, null, timeZone);
  }

  /** A one-off at a local date and time. */
  public static ScheduleSpec ofAt(String at, String timeZone) {
    return new ScheduleSpec(null, at, null, timeZone);
  }

  /** A schedule that cron cannot say. */
  public static ScheduleSpec ofEvery(Every every, String timeZone) {
    return new ScheduleSpec(null, null, every, timeZone);
  }

  /** The same with {@code zone} where no time zone was given. */
  public ScheduleSpec withDefaultZone(String zone) {
    return timeZone == null ? new ScheduleSpec(cron, at, every, zone) : this;
  }
}
