package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DST rule by the nights that are known to be difficult, and the canonical wire form. */
class ScheduleTest {

  private static final String BERLIN = "Europe/Berlin";

  private static List<String> next(ScheduleSpec spec, String afterUtc, int n) {
    return Schedule.of(spec).next(Instant.parse(afterUtc), n).stream()
        .map(Instant::toString)
        .toList();
  }

  @Test
  void aDailyTimeInTheGapFiresAtItsEnd() {
    assertThat(next(ScheduleSpec.ofCron("30 2 * * *", BERLIN), "2026-03-28T12:00:00Z", 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void aDailyTimeThatTheClocksRepeatFiresInTheFirstPass() {
    assertThat(next(ScheduleSpec.ofCron("30 2 * * *", BERLIN), "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void askedBetweenTheTwoPassesADailyTimeWaitsForTheNextDay() {
    assertThat(next(ScheduleSpec.ofCron("30 2 * * *", BERLIN), "2026-10-25T00:45:00Z", 1))
        .containsExactly("2026-10-26T01:30:00Z");
  }

  @Test
  void askedInTheSecondPassADailyTimeHasBeen() {
    assertThat(next(ScheduleSpec.ofCron("30 2 * * *", BERLIN), "2026-10-25T01:15:00Z", 1))
        .containsExactly("2026-10-26T01:30:00Z");
  }

  @Test
  void aStarInTheHourFiresInBothPasses() {
    assertThat(next(ScheduleSpec.ofCron("30 * * * *", BERLIN), "2026-10-24T23:45:00Z", 3))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
  }

  @Test
  void severalMinutesOfOneHourFireInBothPasses() {
    assertThat(next(ScheduleSpec.ofCron("0,30 2 * * *", BERLIN), "2026-10-24T12:00:00Z", 5))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-26T01:00:00Z");
  }

  @Test
  void aListOfHoursWithOneMinuteFiresInTheFirstPassOnly() {
    assertThat(next(ScheduleSpec.ofCron("30 1,2 * * *", BERLIN), "2026-10-24T12:00:00Z", 3))
        .containsExactly("2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T00:30:00Z");
  }

  @Test
  void whatTheGapSkipsCollapsesIntoARegularOneAtItsEnd() {
    assertThat(next(ScheduleSpec.ofCron("*/15 * * * *", BERLIN), "2026-03-29T00:44:00Z", 3))
        .containsExactly("2026-03-29T00:45:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z");
  }

  @Test
  void aHalfHourGapOnLordHoweIsAGapLikeAnyOther() {
    assertThat(
            next(
                ScheduleSpec.ofCron("15 2 * * *", "Australia/Lord_Howe"),
                "2026-10-03T12:00:00Z",
                1))
        .containsExactly("2026-10-03T15:30:00Z");
  }

  @Test
  void midnightSkippedInSaoPauloFiresAtOne() {
    assertThat(
            next(ScheduleSpec.ofCron("0 0 * * *", "America/Sao_Paulo"), "2018-11-03T12:00:00Z", 2))
        .containsExactly("2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z");
  }

  @Test
  void aOneOffInTheGapFiresAtItsEndAndEnds() {
    Schedule once = Schedule.of(ScheduleSpec.ofAt("2026-03-29T02:30", BERLIN));

    assertThat(once.isOnce()).isTrue();
    assertThat(once.nextAfter(Instant.parse("2026-03-29T00:59:59Z")))
        .contains(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(once.nextAfter(Instant.parse("2026-03-29T01:00:00Z"))).isEmpty();
  }

  @Test
  void everySecondWeekCountsFromTheWeekOfItsAnchor() {
    ScheduleSpec.Every every =
        ScheduleSpec.Every.weeks(2, List.of("MON", "THU"), "09:30", "2026-10-14");

    assertThat(next(ScheduleSpec.ofEvery(every, "UTC"), "2026-01-01T00:00:00Z", 4))
        .containsExactly(
            "2026-10-15T09:30:00Z",
            "2026-10-26T09:30:00Z",
            "2026-10-29T09:30:00Z",
            "2026-11-09T09:30:00Z");
  }

  @Test
  void theSecondTuesdayAndTheLastFridayOfTheMonth() {
    assertThat(
            next(
                ScheduleSpec.ofEvery(ScheduleSpec.Every.month("2nd TUE", "09:30"), "UTC"),
                "2026-10-13T09:30:00Z",
                2))
        .containsExactly("2026-11-10T09:30:00Z", "2026-12-08T09:30:00Z");
    assertThat(
            next(
                ScheduleSpec.ofEvery(ScheduleSpec.Every.month("last FRI", "18:00"), "UTC"),
                "2026-02-01T00:00:00Z",
                2))
        .containsExactly("2026-02-27T18:00:00Z", "2026-03-27T18:00:00Z");
  }

  @Test
  void monthsWithoutAFifthMondayArePassedOver() {
    assertThat(
            next(
                ScheduleSpec.ofEvery(ScheduleSpec.Every.month("5th MON", "08:00"), "UTC"),
                "2026-01-01T00:00:00Z",
                2))
        .containsExactly("2026-03-30T08:00:00Z", "2026-06-29T08:00:00Z");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 13 * FRI     | 2026-11-01T00:00:00Z | 2026-11-06T00:00:00Z", // either
        "0 0 */13 * FRI   | 2026-11-01T00:00:00Z | 2026-11-27T00:00:00Z", // both: 1, 14, 27
        "0 0 13 * *       | 2026-11-01T00:00:00Z | 2026-11-13T00:00:00Z",
        "0 0 * * 0        | 2026-11-02T00:00:00Z | 2026-11-08T00:00:00Z",
        "0 0 * * 7        | 2026-11-02T00:00:00Z | 2026-11-08T00:00:00Z",
        "0 0 * * SAT-SUN  | 2026-11-02T00:00:00Z | 2026-11-07T00:00:00Z",
        "0 0 29 2 *       | 2097-01-01T00:00:00Z | 2104-02-29T00:00:00Z",
        "0 0 29 2 */4     | 2088-03-01T00:00:00Z | 2120-02-29T00:00:00Z", // Sundays, Thursdays
        "59 23 31 12 *    | 2026-01-01T00:00:00Z | 2026-12-31T23:59:00Z",
        "0 0 1 1 *        | 2026-12-31T23:59:00Z | 2027-01-01T00:00:00Z",
      })
  void cronDaysAreReadAsUnixReadsThem(String cron, String after, String expected) {
    assertThat(next(ScheduleSpec.ofCron(cron, "UTC"), after, 1)).containsExactly(expected);
  }

  @Test
  void anInstantIsAlwaysLaterThanTheOneAskedFor() {
    Schedule everyMinute = Schedule.of(ScheduleSpec.ofCron("* * * * *", "UTC"));

    assertThat(everyMinute.nextAfter(Instant.parse("2026-01-01T00:00:00Z")))
        .contains(Instant.parse("2026-01-01T00:01:00Z"));
    assertThat(everyMinute.nextAfter(Instant.parse("2026-01-01T00:00:59.999Z")))
        .contains(Instant.parse("2026-01-01T00:01:00Z"));
  }

  @Test
  void theCanonicalWireFormReadsBackAsAnEqualSchedule() {
    List<ScheduleSpec> specs =
        List.of(
            ScheduleSpec.ofCron(" 30  9 * * mon–fri ", "europe/moscow"),
            ScheduleSpec.ofAt("2026-12-01T09:30:00", BERLIN),
            ScheduleSpec.ofEvery(
                ScheduleSpec.Every.weeks(2, List.of("tuesday"), "9:30", "2026-10-13"), BERLIN),
            ScheduleSpec.ofEvery(ScheduleSpec.Every.month("LAST friday", "9:05"), BERLIN));

    assertThat(specs.stream().map(s -> Schedule.of(s).toSpec()))
        .containsExactly(
            ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Moscow"),
            ScheduleSpec.ofAt("2026-12-01T09:30", BERLIN),
            ScheduleSpec.ofEvery(
                ScheduleSpec.Every.weeks(2, List.of("TUE"), "09:30", "2026-10-13"), BERLIN),
            ScheduleSpec.ofEvery(ScheduleSpec.Every.month("last FRI", "09:05"), BERLIN));
    assertThat(specs)
        .allSatisfy(
            s -> assertThat(Schedule.of(Schedule.of(s).toSpec())).isEqualTo(Schedule.of(s)));
  }

  @Test
  void saysItselfInWordsWithZone() {
    Schedule weekdays = Schedule.of(ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Moscow"));
    Schedule once = new Schedule(new Once(LocalDateTime.of(2026, 12, 1, 9, 30)), ZoneId.of(BERLIN));

    assertThat(weekdays.inWords(Locale.ENGLISH)).isEqualTo("on weekdays at 09:30 (Europe/Moscow)");
    assertThat(weekdays.inWords(Locale.of("ru", "RU")))
        .isEqualTo("по будням в 09:30 (Europe/Moscow)");
    assertThat(once.inWords(Locale.GERMAN))
        .isEqualTo("once, on Tuesday 1 December 2026 at 09:30 (Europe/Berlin)");
    assertThat(once.inWords(Locale.of("ru")))
        .isEqualTo("один раз, во вторник 1 декабря 2026 года в 09:30 (Europe/Berlin)");
  }
}
