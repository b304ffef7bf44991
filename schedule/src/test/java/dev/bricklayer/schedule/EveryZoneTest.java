package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise to people, in every zone there is: a daily reminder comes once a day. */
class EveryZoneTest {

  private static final Instant START = Instant.parse("1975-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

  /** Some twenty cases read better than six hundred. */
  static Stream<String> initials() {
    return ZoneId.getAvailableZoneIds().stream().map(id -> id.substring(0, 1)).distinct().sorted();
  }

  @ParameterizedTest(name = "zones in {0}…")
  @MethodSource("initials")
  void aDailyTimeFiresOncePerLocalDayWhateverTheClocksDo(String initial) {
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.startsWith(initial))
        .map(ZoneId::of)
        .forEach(
            zone ->
                changes(zone)
                    .forEach(
                        change -> {
                          firesOnce(change, zone, middle(change));
                          firesOnce(change, zone, earlier(change));
                        }));
  }

  private static Stream<ZoneOffsetTransition> changes(ZoneId zone) {
    return Stream.iterate(
        zone.getRules().nextTransition(START),
        change -> change != null && change.getInstant().isBefore(END),
        change -> zone.getRules().nextTransition(change.getInstant()));
  }

  /** In the middle of what is skipped or repeated. */
  private static LocalDateTime middle(ZoneOffsetTransition change) {
    return change
        .getDateTimeBefore()
        .plus(change.getDuration().dividedBy(2))
        .truncatedTo(ChronoUnit.MINUTES);
  }

  /** The very first minute that is skipped or repeated. */
  private static LocalDateTime earlier(ZoneOffsetTransition change) {
    return change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
  }

  private static void firesOnce(ZoneOffsetTransition change, ZoneId zone, LocalDateTime local) {
    LocalDate date = local.toLocalDate();
    String cron = local.getMinute() + " " + local.getHour() + " * * *";
    Schedule daily = Schedule.of(ScheduleSpec.ofCron(cron, zone.getId()));
    Instant start = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    // The first valid instant after a gap that reaches midnight belongs to the next date.
    boolean untilMidnight =
        change.isGap() && date.isBefore(change.getDateTimeAfter().toLocalDate());

    assertThat(
            daily
                .instantsAfter(start.minusNanos(1))
                .takeWhile(due -> due.isBefore(end) || (untilMidnight && due.equals(end))))
        .as("%s on %s", daily, date)
        .hasSize(1);
  }
}
