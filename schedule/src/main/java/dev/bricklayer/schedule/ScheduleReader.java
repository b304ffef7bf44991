package dev.bricklayer.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people and programs write, and says what to write instead where it cannot be kept.
 *
 * <p>All problems that can be told apart are told at once. Safe for use by many threads.
 */
public final class ScheduleReader {

  private final Duration minimumInterval;

  /** Allows schedules as dense as one occurrence a minute, which is all that cron can say. */
  public ScheduleReader() {
    this(Duration.ofMinutes(1));
  }

  /**
   * @param minimumInterval the smallest distance between two occurrences that is accepted
   */
  public ScheduleReader(Duration minimumInterval) {
    this.minimumInterval = minimumInterval;
  }

  /**
   * Reads a schedule that is to run from now on.
   *
   * @param now decides whether a one-off lies in the past, and which clock changes are near
   * @param locale language of the details: Russian for {@code ru}, else English
   */
  public Reading read(ScheduleSpec spec, Instant now, Locale locale) {
    Findings findings = new Findings(Messages.in(locale));
    Schedule schedule = parse(spec, findings);
    if (schedule != null) {
      checkPossible(schedule, now, findings);
    }
    if (schedule == null || findings.any()) {
      return new Reading.Rejected(findings.problems());
    }
    return new Reading.Accepted(schedule, new Lint(schedule, now, Messages.in(locale)).warnings());
  }

  private void checkPossible(Schedule schedule, Instant now, Findings findings) {
    if (schedule.nextAfter(now).isPresent()) {
      checkInterval(schedule, findings);
      return;
    }
    switch (schedule.rule()) {
      case Cron _ -> findings.add("/cron", Findings.Code.SCHEDULE_IMPOSSIBLE, "cron.impossible");
      case Once once ->
          findings.add("/at", Findings.Code.SCHEDULE_IMPOSSIBLE, "at.past", once.at());
      case EveryWeeks _, MonthlyWeekday _, LastDayOfMonth _ ->
          throw new IllegalStateException("A weekly or monthly rule has no end: " + schedule);
    }
  }

  private void checkInterval(Schedule schedule, Findings findings) {
    Duration smallest = TimesOfDay.smallestInterval(schedule.rule());
    if (smallest.compareTo(minimumInterval) < 0) {
      findings.add(
          schedule.rule() instanceof Cron ? "/cron" : "/every",
          Findings.Code.SCHEDULE_INVALID,
          "interval.small",
          smallest.toMinutes(),
          minimumInterval.toMinutes());
    }
  }

  static Schedule readStored(ScheduleSpec spec) {
    Findings findings = new Findings(Messages.in(Locale.ENGLISH));
    Schedule schedule = parse(spec, findings);
    if (schedule == null) {
      throw new IllegalArgumentException(
          findings.problems().stream()
              .map(p -> p.pointer() + ": " + p.detail())
              .collect(Collectors.joining(" ", "A stored schedule cannot be read. ", "")));
    }
    return schedule;
  }

  private static @Nullable Schedule parse(ScheduleSpec spec, Findings findings) {
    ZoneId zone = ZoneNames.read(spec.timeZone(), findings);
    Rule rule = readRule(spec, findings);
    return zone == null || rule == null ? null : new Schedule(rule, zone);
  }

  private static @Nullable Rule readRule(ScheduleSpec spec, Findings findings) {
    List<String> given = given(spec);
    if (given.isEmpty()) {
      findings.add("", Findings.Code.REQUIRED, "schedule.none");
      return null;
    }
    if (given.size() > 1) {
      findings.add(
          "", Findings.Code.SCHEDULE_INVALID, "schedule.several", String.join(", ", given));
      return null;
    }
    if (spec.cron() != null) {
      return CronReader.read(spec.cron(), findings);
    }
    if (spec.at() != null) {
      return LocalTimes.readOnce(spec.at(), findings);
    }
    return spec.every() == null ? null : EveryReader.read(spec.every(), findings);
  }

  private static List<String> given(ScheduleSpec spec) {
    return Stream.of(
            spec.cron() == null ? "" : "cron",
            spec.at() == null ? "" : "at",
            spec.every() == null ? "" : "every")
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
