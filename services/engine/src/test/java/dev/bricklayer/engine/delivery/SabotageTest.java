package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.CheckedJobs;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.Sabotage;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.SettableDatabaseClock;
import dev.bricklayer.testkit.checker.Checker;
import dev.bricklayer.testkit.checker.Finding;
import dev.bricklayer.testkit.checker.LedgerRow;
import dev.bricklayer.testkit.checker.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each thing that keeps the engine's promises is taken away once, and the checker sees it. That it
 * sees nothing while they are there is said by the tests that use it.
 */
class SabotageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Mattermost has forgotten the {@code pending_post_id}, and the channel proves what it shows. */
  private static final Duration MUCH_LATER = Duration.ofSeconds(61);

  /** More than any hand-over takes, and less than the sweep, which mends nearly everything. */
  private static final Duration LATEST = Duration.ofSeconds(3);

  private static final LedgerEntry READY =
      new LedgerEntry(OccurrenceState.READY, false, 0, null, null, null, 0, false, null, null);

  private SettableDatabaseClock clock;
  private final Installation installation =
      Installation.byClock(database -> clock = SettableDatabaseClock.in(database));
  private final CheckedJobs jobs = installation.checked();

  @AfterEach
  void stop() {
    installation.close();
  }

  /** Whatever the ledger says of an occurrence that is brought again, it is taken for fresh. */
  @Test
  void aLedgerThatIsNotAskedIsFound() {
    Sabotage sabotage = Sabotage.of("deliveryRepository", "lock", SabotageTest::allReady);
    installation.engine(sabotage);
    PlannedJob job = jobs.add(PlannedJob.in(installation).dueIn(Duration.ofMillis(300)));
    awaitPosts(job, 1);

    clock.advance(MUCH_LATER);
    installation.bring(job);

    awaitPosts(job, 2);
    assertThat(judge(job).has(Finding.Doubled.class)).isTrue();
  }

  /** What may stand in the channel is not looked for. */
  @Test
  void aReadBackThatSeesNothingIsFound() {
    Sabotage sabotage = Sabotage.of("readBack", "look", _ -> new Sighting.Absent());
    installation.engine(sabotage, "--bricklayer.engine.delivery.between-looks=50ms");
    installation
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/posts").after(new Effect.Reset()).times(1));
    PlannedJob job = jobs.add(PlannedJob.in(installation).dueIn(Duration.ofMillis(300)));
    await().atMost(PATIENCE).until(() -> sabotage.done() > 0);

    clock.advance(MUCH_LATER);

    awaitPosts(job, 2);
    assertThat(judge(job).has(Finding.Doubled.class)).isTrue();
  }

  /** The next leader does not take up what the one before had armed. */
  @Test
  void aHandOverThatIsLeftOutIsFound() {
    ConfigurableApplicationContext leader = installation.engine();
    PlannedJob job = jobs.add(PlannedJob.in(installation).dueIn(Duration.ofSeconds(10)));
    awaitClaimed(job);
    installation.engine(Sabotage.of("publishOccurrences", "armWhatWasLeft", _ -> 0));

    leader.close();

    assertNotInTime(job);
  }

  /**
   * A leader that was deposed and does not notice claims what the next leader then does not see,
   * and dies with it.
   */
  @Test
  void aMissingFenceIsFound() {
    ConfigurableApplicationContext ghost =
        installation.engine(Sabotage.of("leaseRepository", "extend", SabotageTest::always));
    awaitLeader();
    installation
        .ledger()
        .jdbc()
        .sql("update lease set holder = gen_random_uuid(), epoch = epoch + 1, until = '-infinity'")
        .update();
    installation.engine("--bricklayer.engine.claim.horizon=1s");
    awaitLeader();
    PlannedJob job = jobs.add(PlannedJob.in(installation).dueIn(Duration.ofSeconds(10)));
    awaitClaimed(job);

    ghost.close();

    assertNotInTime(job);
  }

  /** The post is there, and what is told of it comes into no outbox. */
  @Test
  void newsThatAreLeftOutAreFound() {
    installation.engine(Sabotage.of("runs", "finished", _ -> null));
    PlannedJob job = jobs.add(PlannedJob.in(installation).dueIn(Duration.ofMillis(300)));
    jobs.awaitQuiet(job.at().plusSeconds(1));

    assertThat(Checker.check(jobs.evidenceWithNews(job.at().plusSeconds(1))).findings())
        .containsExactly(new Finding.Untold(job.job(), job.at(), LedgerRow.State.SENT));
  }

  private static Object always(MethodInvocation extend) throws Throwable {
    extend.proceed();
    return true;
  }

  private static Object allReady(MethodInvocation lock) throws Throwable {
    Map<Occurrence, LedgerEntry> entries = new HashMap<>();
    ((Map<?, ?>) lock.proceed())
        .forEach((occurrence, _) -> entries.put((Occurrence) occurrence, READY));
    return entries;
  }

  private void awaitLeader() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                installation
                    .ledger()
                    .jdbc()
                    .sql("select until > clock_timestamp() from lease where shard = 0")
                    .query(Boolean.class)
                    .single());
  }

  private void awaitClaimed(PlannedJob job) {
    await().atMost(PATIENCE).until(() -> installation.ledger().states(job.job()).contains("READY"));
    assertThat(installation.ledger().now().plusSeconds(2))
        .as("claimed long before its instant, or the test says nothing")
        .isBefore(job.at());
  }

  private void awaitPosts(PlannedJob job, int count) {
    await().atMost(PATIENCE).until(() -> installation.posts(job.text()).size() == count);
  }

  /** The time comes, and some more of it passes than a leader that does its work needs. */
  private void assertNotInTime(PlannedJob job) {
    clock.advance(Duration.between(installation.ledger().now(), job.at()));
    Instant judged = job.at().plus(LATEST);
    await().atMost(PATIENCE).until(() -> installation.ledger().now().isAfter(judged));
    assertThat(Checker.check(jobs.evidence(judged).atMostLate(LATEST)).findings())
        .singleElement()
        .isInstanceOf(Finding.Unsettled.class);
  }

  private Report judge(PlannedJob job) {
    return jobs.check(job.at().plusSeconds(1));
  }
}
