package dev.bricklayer.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a due job. */
class ClaimTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Schedule EVERY_MINUTE =
      Schedule.of(ScheduleSpec.ofCron("* * * * *", "Europe/Berlin"));

  @Test
  void claimsAheadOfTimeAndPlansTheNext() {
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.minusSeconds(12), Missed.DEFAULT);
    assertThat(instants(claim)).containsExactly(NOON);
    assertThat(claim.late()).isFalse();
    assertThat(claim.missed()).isNull();
    assertThat(claim.next()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void whatIsALittleLateIsNotMissed() {
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.plusMillis(59_999), Missed.DEFAULT);
    assertThat(claim.late()).isFalse();
    assertThat(claim.next()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void countsFromTheInstantAndNotFromNow() {
    Schedule everyTwoMinutes = Schedule.of(ScheduleSpec.ofCron("*/2 * * * *", "UTC"));
    Claim claim = claim(everyTwoMinutes, NOON, NOON.plusSeconds(59), Missed.DEFAULT);
    assertThat(claim.next()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void aLongOutageIsOneRunAndTheLatestGoesToDelivery() {
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.plusSeconds(600), Missed.DEFAULT);
    assertThat(claim.missed()).isEqualTo(new MissedRun(NOON, NOON.plusSeconds(480), 9));
    assertThat(instants(claim)).containsExactly(NOON.plusSeconds(540));
    assertThat(claim.late()).isTrue();
    assertThat(claim.next()).isEqualTo(NOON.plusSeconds(600));
  }

  @Test
  void aSingleMissedInstantIsNoRun() {
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.plusSeconds(60), Missed.DEFAULT);
    assertThat(claim.missed()).isNull();
    assertThat(instants(claim)).containsExactly(NOON);
    assertThat(claim.late()).isTrue();
  }

  @Test
  void eachWithinItsTimeGoesToDelivery() {
    Missed each = new Missed(Missed.Rule.EACH, Duration.ofMinutes(3));
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.plusSeconds(600), each);
    assertThat(claim.missed()).isEqualTo(new MissedRun(NOON, NOON.plusSeconds(360), 7));
    assertThat(instants(claim))
        .containsExactly(NOON.plusSeconds(420), NOON.plusSeconds(480), NOON.plusSeconds(540));
  }

  @Test
  void eachOutOfItsTimeStillSendsTheLastToBeReported() {
    Missed each = new Missed(Missed.Rule.EACH, Duration.ofSeconds(30));
    Claim claim = claim(EVERY_MINUTE, NOON, NOON.plusSeconds(600), each);
    assertThat(instants(claim)).containsExactly(NOON.plusSeconds(540));
  }

  @Test
  void aVeryLongOutageIsTakenInSteps() {
    Instant now = NOON.plus(Duration.ofHours(10));
    List<Instant> fired = new ArrayList<>();
    int missed = 0;
    Instant at = NOON;
    while (!at.isAfter(now)) {
      Claim claim = claim(EVERY_MINUTE, at, now, Missed.DEFAULT);
      missed += claim.missed() == null ? 0 : claim.missed().count();
      fired.addAll(instants(claim));
      at = claim.next();
    }
    assertThat(missed).isEqualTo(599);
    assertThat(fired).containsExactly(now.minusSeconds(60), now);
  }

  @Test
  void aOneOffHasNoNext() {
    Schedule once = Schedule.of(ScheduleSpec.ofAt("2026-11-22T12:00", "UTC"));
    Claim claim = claim(once, NOON, NOON.minusSeconds(5), Missed.DEFAULT);
    assertThat(instants(claim)).containsExactly(NOON);
    assertThat(claim.next()).isNull();
  }

  @Test
  void aDailyJobFiresOnceOnEveryDayOfAClockChange() {
    Schedule daily = Schedule.of(ScheduleSpec.ofCron("30 2 * * *", "Europe/Berlin"));
    Instant spring = Instant.parse("2026-03-28T01:30:00Z");
    assertThat(chain(daily, spring, 3))
        .containsExactly(
            spring, Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
    Instant autumn = Instant.parse("2026-10-24T00:30:00Z");
    assertThat(chain(daily, autumn, 3))
        .containsExactly(
            autumn, Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
  }

  /** Claimed one after the other, each a second before it is due. */
  private static List<Instant> chain(Schedule schedule, Instant first, int n) {
    List<Instant> fired = new ArrayList<>();
    Instant at = first;
    while (fired.size() < n) {
      Claim claim = claim(schedule, at, at.minusSeconds(1), Missed.DEFAULT);
      fired.addAll(instants(claim));
      at = claim.next();
    }
    return fired;
  }

  private static Claim claim(Schedule schedule, Instant at, Instant now, Missed missed) {
    DueJob job =
        new DueJob(new JobId(UUID.randomUUID()), new BotId(UUID.randomUUID()), "", at, now);
    ClaimSettings settings =
        new ClaimSettings(Duration.ofSeconds(12), 5_000, Duration.ofSeconds(60), 100);
    return Claim.of(job, schedule, settings, () -> missed);
  }

  private static List<Instant> instants(Claim claim) {
    return claim.fire().stream().map(Occurrence::plannedAt).toList();
  }
}
