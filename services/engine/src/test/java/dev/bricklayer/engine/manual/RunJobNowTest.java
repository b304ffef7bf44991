package dev.bricklayer.engine.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A reminder that somebody wants now, beside its schedule. */
class RunJobNowTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Installation installation;
  private static ConfigurableApplicationContext engine;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    engine = installation.engine();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void isPostedOnceInTheJobsChannelAndTheJobRunsAsItDid() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));

    runNow(job, null);

    assertThat(awaitPost(job).channelId())
        .isEqualTo(installation.mattermost().demo().channelId("release"));
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.ledger().run(job.job()))
        .containsEntry("version", 1L)
        .containsEntry("last_outcome", null);
  }

  @Test
  void isSeenByOneselfAloneAsATest() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));

    runNow(job, installation.mattermost().demo().userId("bob"));

    assertThat(awaitPost(job).channelId())
        .isNotEqualTo(installation.mattermost().demo().channelId("release"));
  }

  @Test
  void whatMattermostDoesNotAnswerInItsTimeIsToldToWhoeverAskedForIt() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));
    installation
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/channels/direct").before(new Effect.Fail(503)));

    runNow(job, installation.mattermost().demo().userId("bob"));
    await().atMost(PATIENCE).until(RunJobNowTest::twoMinutesPass, calls -> calls == 1);

    await()
        .atMost(PATIENCE)
        .until(() -> refusals(job), codes -> codes.equals(List.of("timed-out")));
    installation.mattermost().faults().clear();
  }

  /** For the call that is being tried, if any is. */
  private static int twoMinutesPass() {
    return installation
        .ledger()
        .jdbc()
        .sql("update messaging.intent set until_at = until_at - interval '2 minutes'")
        .update();
  }

  private static List<String> refusals(PlannedJob job) {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select convert_from(payload, 'UTF8')::jsonb ->> 'code' from messaging.outbox_message
            where key = :bot and convert_from(payload, 'UTF8') like '%maybePosted%'
            """)
        .param("bot", job.bot().toString())
        .query(String.class)
        .list();
  }

  @Test
  void letsNoInstantOfTheScheduleBeMissed() {
    PlannedJob job = PlannedJob.in(installation).notDue();
    runNow(job, null);
    installation.ledger().awaitStates(job, "SENT");

    // Due before it, and claimed after it.
    Instant before = job.at().minusSeconds(1);
    installation.ledger().ready(job, before, Duration.ZERO);

    installation.ledger().awaitStates(job, "SENT", "SENT");
  }

  @Test
  void isNotRunMoreThanFiveTimesAMinute() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));

    for (int time = 0; time < 6; time++) {
      runNow(job, null);
    }

    installation.ledger().awaitStates(job, "SENT", "SENT", "SENT", "SENT", "SENT");
    assertThat(installation.posts(job.text())).hasSize(5);
  }

  @Test
  void aPausedJobCanBeTried() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));
    installation
        .ledger()
        .jdbc()
        .sql("update job set paused = true where job_id = :job")
        .param("job", job.job())
        .update();

    runNow(job, null);

    installation.ledger().awaitStates(job, "SENT");
  }

  private static void runNow(PlannedJob job, @Nullable String directTo) {
    Instant now = installation.ledger().now().truncatedTo(ChronoUnit.MICROS);
    RunJobNow command = new RunJobNow(new BotId(job.bot()), new JobId(job.job()), now, directTo);
    engine
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ -> engine.getBean(Outbox.class).outsideSagas().send(command));
  }

  private static Posted awaitPost(PlannedJob job) {
    List<Posted> posts =
        await().atMost(PATIENCE).until(() -> installation.posts(job.text()), one -> !one.isEmpty());
    return posts.getFirst();
  }
}
