package dev.bricklayer.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.Posted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thousand reminders in one second. */
class LatenessTest {

  private static final Logger log = LoggerFactory.getLogger(LatenessTest.class);
  private static final int MANY = 1_000;

  /** What a machine that does much else may take; alone it is a small part of a second. */
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  @Test
  void aThousandInOneSecondLeaveInTimeAndNoneEarly() {
    try (Installation installation = Installation.fresh()) {
      MeterRegistry meters = installation.engine().getBean(MeterRegistry.class);
      Instant later = installation.ledger().now().plus(Duration.ofDays(1));
      IntStream.range(0, MANY).forEach(_ -> PlannedJob.in(installation).dueAt(later));
      Timer handOff = meters.get("bricklayer.engine.handoff.lateness").timer();

      List<Long> cold = allDueAtOnce(installation);
      report("cold", handOff.mean(TimeUnit.MILLISECONDS), cold);
      double before = handOff.totalTime(TimeUnit.MILLISECONDS);
      List<Long> warm = allDueAtOnce(installation);
      report("warm", (handOff.totalTime(TimeUnit.MILLISECONDS) - before) / MANY, warm);

      assertThat(handOff.count()).isEqualTo(2 * MANY);
      assertThat(Duration.ofMillis((long) handOff.max(TimeUnit.MILLISECONDS))).isLessThan(GENEROUS);
    }
  }

  /**
   * Further away than the horizon, so that all are claimed and armed before.
   *
   * @return how late each post was, in milliseconds, ascending
   */
  private static List<Long> allDueAtOnce(Installation installation) {
    Instant due = installation.ledger().now().plusSeconds(14).truncatedTo(ChronoUnit.SECONDS);
    installation.ledger().planAll(due);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(sent(installation, due)).isEqualTo(MANY));

    List<Long> late =
        installation.mattermost().posted().stream()
            .filter(post -> planned(post).equals(due))
            .map(post -> Duration.between(due, post.at()).toMillis())
            .sorted()
            .toList();
    assertThat(late).hasSize(MANY);
    assertThat(late.getFirst()).isNotNegative();
    return late;
  }

  private static Instant planned(Posted post) {
    return Instant.parse(post.props().path("bricklayer").path("plannedAt").asString());
  }

  private static long sent(Installation installation, Instant due) {
    return installation
        .ledger()
        .jdbc()
        .sql("select count(*) from occurrence where state = 'SENT' and planned_at = :due")
        .param("due", due.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static void report(String how, double handOff, List<Long> late) {
    log.info(
        "{} due in one second, {}: hand-off mean {} ms; posts p50 {} ms, p99 {} ms, max {} ms",
        MANY,
        how,
        Math.round(handOff),
        late.get(MANY / 2),
        late.get(MANY * 99 / 100),
        late.getLast());
  }
}
