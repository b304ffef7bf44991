package dev.bricklayer.testkit.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.schedule.ScheduleSpec.Every;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two that know nothing of each other, the checker and {@code schedule}, reckon the same. */
class WatchedClockTest {

  private static final List<Instant> NIGHTS =
      Stream.of("2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2028-02-29T00:00:00Z")
          .map(Instant::parse)
          .toList();

  static Stream<ScheduleSpec> specs() {
    return Stream.concat(
        Stream.of(
                "* * * * *",
                "30 2 * * *",
                "*/7 1-3 * * *",
                "15,45 2 * * SUN",
                "0 0 1,29 2,3,10 *",
                "30 2 25-31 MAR,OCT FRI",
                "5 */5 * * 5-7",
                "59 23 * * 1-0")
            .map(cron -> ScheduleSpec.ofCron(cron, "Europe/Berlin")),
        Stream.of(
            ScheduleSpec.ofAt("2026-03-29T02:30", "Europe/Berlin"),
            ScheduleSpec.ofAt("2026-10-25T02:30", "Europe/Berlin"),
            ScheduleSpec.ofEvery(
                Every.weeks(2, List.of("SAT", "SUN"), "02:15", "2026-03-15"), "Europe/Berlin"),
            ScheduleSpec.ofEvery(Every.weeks(1, List.of("SUN"), "02:15", null), "Europe/Berlin"),
            ScheduleSpec.ofEvery(Every.month("last SUN", "02:30"), "Europe/Berlin"),
            ScheduleSpec.ofEvery(Every.month("5th SUN", "02:30"), "Europe/Berlin"),
            ScheduleSpec.ofEvery(Every.month("last DAY", "23:59"), "Europe/Berlin")));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void reckonsAsTheScheduleDoes(ScheduleSpec spec) {
    for (Instant night : NIGHTS) {
      Instant from = night.minus(Duration.ofDays(2));
      Instant until = night.plus(Duration.ofDays(5));
      assertThat(Reckoning.of(spec).between(from, until))
          .as("%s around %s", spec, night)
          .isEqualTo(
              Schedule.of(spec)
                  .instantsAfter(from.minusNanos(1))
                  .takeWhile(instant -> instant.isBefore(until))
                  .toList());
    }
  }

  @Test
  void beginsAtAnyInstantAndGoesOnByTheRule() {
    Instant first = Instant.parse("2026-11-22T12:00:07.5Z");
    Reckoning rule =
        Reckoning.beginning(first, Reckoning.of(ScheduleSpec.ofCron("* * * * *", "UTC")));

    assertThat(rule.between(first.minusSeconds(600), first.plusSeconds(120)))
        .containsExactly(
            first, Instant.parse("2026-11-22T12:01:00Z"), Instant.parse("2026-11-22T12:02:00Z"));
    assertThat(rule.between(first.plusSeconds(60), first.plusSeconds(120)))
        .containsExactly(Instant.parse("2026-11-22T12:02:00Z"));
  }
}
