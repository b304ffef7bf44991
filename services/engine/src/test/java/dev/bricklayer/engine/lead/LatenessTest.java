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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thousand reminders in one second. */
class LatenessTest {

  private static final Logger LOG = LoggerFactory.getLogger(LatenessTest.class);
  private static final int MANY = 1_000;

  /** What a machine that does much else may take; alone it is a small part of a second. */
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  @Test
  void aThousandInOneSecondLeaveInTimeAndNoneEarly() {
    try (Installation installation = Installation.fresh()) {
      MeterRegistry meters = installation.engine().getBean(MeterRegistry.class);
      Instant later = installation.ledger().now().plus(Duration.ofDays(1));
      IntStream.range(0, MANY).forEach(_ -> PlannedJob.in(installation).dueAt(later));
      Instant due = installation.ledger().now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
      installation.ledger().planAll(due);

      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> installation.mattermost().posted().size() >= MANY);
      awaitFinal(installation);

      List<Posted> posts = installation.mattermost().posted();
      assertThat(posts).hasSize(MANY);
      assertThat(posts).extracting(Posted::message).doesNotHaveDuplicates();
      assertThat(posts)
          .allSatisfy(post -> assertThat(post.at()).isAfterOrEqualTo(due.minusMillis(1)));
      Timer handOff = meters.get("bricklayer.engine.handoff.lateness").timer();
      assertThat(handOff.count()).isEqualTo(MANY);
      assertThat(Duration.ofMillis((long) handOff.max(TimeUnit.MILLISECONDS))).isLessThan(GENEROUS);
      report(handOff, posts, due);
    }
  }

  private static void awaitFinal(Installation installation) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                installation
                    .ledger()
                    .jdbc()
                    .sql("select count(*) from occurrence where state = 'SENT'")
                    .query(Long.class)
                    .single()
                    .equals((long) MANY));
  }

  private static void report(Timer handOff, List<Posted> posts, Instant due) {
    List<Long> late =
        posts.stream().map(post -> Duration.between(due, post.at()).toMillis()).sorted().toList();
    LOG.info(
        "{} due in one second: hand-off mean {} ms, max {} ms; posts p50 {} ms, p99 {} ms, max {} ms",
        MANY,
        Math.round(handOff.mean(TimeUnit.MILLISECONDS)),
        Math.round(handOff.max(TimeUnit.MILLISECONDS)),
        late.get(MANY / 2),
        late.get(MANY * 99 / 100),
        late.getLast());
  }
}
