package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What fell due while no engine ran goes by the job's rule. */
class MissedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void latestPostsTheLatestMissedAndSaysHowManyWere() {
    PlannedJob job = everyMinute("LATEST", HOUR, Duration.ofMinutes(10));

    Posted late =
        await().atMost(PATIENCE).until(() -> late(job), list -> list.size() == 1).getFirst();

    assertThat(late.message()).containsPattern("_Late: this was due on .* \\(Europe/Berlin\\)\\._");
    assertThat(late.message()).containsPattern("_(9|10|11) reminders were missed up to it\\._");
    assertThat(installation.ledger().states(job.job()).getFirst()).matches("MISSED\\((8|9|10)\\)");
    awaitNothingUnderWay(job);
    assertThat(late(job)).hasSize(1);
  }

  @Test
  void eachPostsAllThatAreYoungEnough() {
    PlannedJob job = everyMinute("EACH", Duration.ofMinutes(5), Duration.ofMinutes(10));
    awaitNothingUnderWay(job);
    assertThat(late(job)).hasSizeBetween(3, 5);
    assertThat(installation.ledger().states(job.job()).getFirst()).matches("MISSED\\((4|5|6|7)\\)");
  }

  @Test
  void saysThatItIsLateInTheLanguageOfWhoeverMadeTheJob() {
    PlannedJob job = PlannedJob.in(installation).once().dueIn(Duration.ofHours(1));
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            with russian as (update job set language = 'ru' where job_id = :job)
            update schedule set next_fire_at = now() - interval '10 minutes' where job_id = :job
            """)
        .param("job", job.job())
        .update();
    awaitNothingUnderWay(job);
    assertThat(installation.posts(job.text()).getFirst().message()).contains("_С опозданием: ");
  }

  @Test
  void skipPostsNoneOfThem() {
    PlannedJob job = everyMinute("SKIP", HOUR, Duration.ofMinutes(10));
    awaitNothingUnderWay(job);
    assertThat(late(job)).isEmpty();
    assertThat(installation.ledger().states(job.job())).contains("MISSED");
  }

  @Test
  void aOneOffThatIsTooOldIsMissedAndEndsItsJob() {
    PlannedJob job =
        PlannedJob.in(installation)
            .once()
            .dueAt(installation.ledger().now().minus(HOUR.plusMinutes(1)));
    awaitNothingUnderWay(job);
    assertThat(installation.ledger().states(job.job())).containsExactly("MISSED");
    assertThat(installation.posts(job.text())).isEmpty();
    assertThat(installation.ledger().run(job.job()))
        .containsEntry("status", "ENDED")
        .containsEntry("last_outcome", "MISSED");
  }

  @Test
  void aOneOffThatIsLateIsPostedLateOnceAndEnds() {
    PlannedJob job =
        PlannedJob.in(installation).once().dueAt(installation.ledger().now().minusSeconds(600));
    awaitNothingUnderWay(job);
    assertThat(late(job)).hasSize(1);
    assertThat(late(job).getFirst().message()).doesNotContain("were missed");
    assertThat(installation.ledger().run(job.job())).containsEntry("status", "ENDED");
  }

  @Test
  void whatIsOnlyALittleLateIsPostedAsItIs() {
    PlannedJob job =
        PlannedJob.in(installation).dueAt(installation.ledger().now().minusSeconds(30));
    awaitNothingUnderWay(job);
    assertThat(installation.posts(job.text()))
        .extracting(Posted::message)
        .containsExactly(job.text());
  }

  private static PlannedJob everyMinute(String rule, Duration within, Duration ago) {
    Instant first = installation.ledger().now().minus(ago).truncatedTo(ChronoUnit.MINUTES);
    return PlannedJob.in(installation)
        .cron(PlannedJob.EVERY_MINUTE)
        .missed(rule, within)
        .dueAt(first);
  }

  private static List<Posted> late(PlannedJob job) {
    return installation.posts(job.text()).stream()
        .filter(post -> post.message().contains("_Late:"))
        .toList();
  }

  /** All that is due is final. */
  private static void awaitNothingUnderWay(PlannedJob job) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        installation
                            .ledger()
                            .jdbc()
                            .sql(
                                """
                                select count(*) > 0 and bool_and(look_at is null)
                                from occurrence where job_id = :job and planned_at < now()
                                """)
                            .param("job", job.job())
                            .query(Boolean.class)
                            .single())
                    .isTrue());
  }
}
