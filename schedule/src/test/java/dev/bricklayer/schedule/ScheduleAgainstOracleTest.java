package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.Oracle.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random schedules on difficult nights: what is computed is what a watched clock shows. */
class ScheduleAgainstOracleTest {

  private static final Duration AROUND = Duration.ofDays(2);
  private static final int NIGHTS_PER_ZONE = 60;
  private static final int SCHEDULES_PER_NIGHT = 6;
  private static final int QUESTIONS_PER_SCHEDULE = 8;

  private final Seed seed = Seed.fresh();
  private final Random random = seed.random();
  private final RandomSpecs specs = new RandomSpecs(random);

  @ParameterizedTest(name = "{0} {1}–{2}")
  @CsvSource({
    "Europe/Berlin, 1980, 2060",
    "Africa/Cairo, 1985, 2060",
    "Australia/Lord_Howe, 1985, 2060",
    "America/Sao_Paulo, 1985, 2020",
    "Africa/Casablanca, 2008, 2086",
    "Europe/Moscow, 1981, 2015",
    "Pacific/Apia, 2009, 2022",
    "America/New_York, 1980, 2060",
    "Asia/Gaza, 2000, 2060",
    "Antarctica/Troll, 2005, 2060",
  })
  void agreesOnNightsWhenTheClocksChange(String zone, int fromYear, int toYear) {
    List<ZoneOffsetTransition> nights = transitions(ZoneId.of(zone), fromYear, toYear);
    for (int i = 0; i < NIGHTS_PER_ZONE; i++) {
      ZoneOffsetTransition night = nights.get(random.nextInt(nights.size()));
      Instant middle = night.getInstant().truncatedTo(ChronoUnit.MINUTES);
      agrees(zone, night.getDateTimeBefore(), middle.minus(AROUND), middle.plus(AROUND));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2026-02-28",
        "2028-02-29",
        "2100-02-28",
        "2000-02-29",
        "2026-12-31",
        "2027-12-31",
        "2032-12-31",
        "1999-12-31"
      })
  void agreesOnLeapDaysAndYearEnds(LocalDate date) {
    for (String zone : List.of("UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns")) {
      Instant middle = date.atTime(LocalTime.NOON).atZone(ZoneId.of(zone)).toInstant();
      agrees(zone, date.atTime(LocalTime.NOON), middle.minus(AROUND), middle.plus(AROUND));
    }
  }

  private void agrees(String zone, LocalDateTime near, Instant start, Instant end) {
    Watch watch = Watch.over(ZoneId.of(zone), start, end);
    for (int i = 0; i < SCHEDULES_PER_NIGHT; i++) {
      ScheduleSpec spec = specs.any(near, zone);
      Schedule schedule = Schedule.of(spec);
      List<Instant> expected = Oracle.of(spec).instants(watch);
      List<Instant> actual =
          schedule
              .instantsAfter(start.minusNanos(1))
              .takeWhile(instant -> instant.isBefore(end))
              .toList();
      assertThat(actual).as("%s from %s, %s", spec, start, seed).isEqualTo(expected);
      agreesFromAnywhere(schedule, expected, start, end);
    }
  }

  /** The next instant depends on the question's moment alone, not on a chain of answers. */
  private void agreesFromAnywhere(
      Schedule schedule, List<Instant> expected, Instant start, Instant end) {
    for (int i = 0; i < QUESTIONS_PER_SCHEDULE; i++) {
      Instant moment = start.plusMillis(random.nextLong(Duration.between(start, end).toMillis()));
      Instant next =
          expected.stream().filter(instant -> instant.isAfter(moment)).findFirst().orElse(end);
      Instant answer = schedule.nextAfter(moment).filter(a -> a.isBefore(end)).orElse(end);
      assertThat(answer).as("%s after %s, %s", schedule, moment, seed).isEqualTo(next);
    }
  }

  @Test
  void acceptsExactlyTheCronRulesThatHaveADayInFourHundredYears() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    ScheduleReader reader = new ScheduleReader();
    for (int i = 0; i < 3_000; i++) {
      ScheduleSpec spec = specs.cron("UTC");
      boolean accepted = reader.read(spec, now, Locale.ENGLISH) instanceof Reading.Accepted;
      assertThat(accepted).as("%s, %s", spec, seed).isEqualTo(hasADay(Oracle.of(spec)));
    }
  }

  /** The calendar repeats itself, weekdays included, after 400 years. */
  private static boolean hasADay(Oracle oracle) {
    LocalDate start = LocalDate.of(2026, 1, 1);
    return start.datesUntil(start.plusYears(400)).anyMatch(oracle.day());
  }

  private static List<ZoneOffsetTransition> transitions(ZoneId zone, int fromYear, int toYear) {
    ZoneRules rules = zone.getRules();
    Instant end = LocalDate.of(toYear, 1, 1).atStartOfDay(zone).toInstant();
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition next =
        rules.nextTransition(LocalDate.of(fromYear, 1, 1).atStartOfDay(zone).toInstant());
    while (next != null && next.getInstant().isBefore(end)) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }
}
