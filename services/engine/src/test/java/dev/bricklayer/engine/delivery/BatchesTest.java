package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.PostId;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What is taken and settled together is judged one by one. */
class BatchesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String POSTS = "/api/v4/posts";
  private static final int MANY = 12;

  private static Installation installation;
  private static TakeOccurrences take;
  private static Senders senders;
  private static SettlePosts settle;

  @BeforeAll
  static void start() throws SQLException {
    installation = Installation.fresh();
    planAsAfterAWhile();
    ConfigurableApplicationContext engine =
        installation.engine("--bricklayer.engine.delivery.first-backoff=200ms");
    take = engine.getBean(TakeOccurrences.class);
    senders = engine.getBean(Senders.class);
    settle = engine.getBean(SettlePosts.class);
  }

  /** After some uses of a statement PostgreSQL plans it once for any values. */
  private static void planAsAfterAWhile() throws SQLException {
    try (Connection connection = installation.ledger().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter role current_user in database \"%s\" set plan_cache_mode = force_generic_plan"
              .formatted(connection.getCatalog()));
    }
  }

  @AfterEach
  void allIsWell() {
    installation.mattermost().faults().clear();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void oneIsRefusedOneBreaksAndTheRestPass() {
    installation
        .mattermost()
        .faults()
        .add(Fault.on("POST", POSTS).after(new Effect.Reset()).times(1));
    Instant due = installation.ledger().now().plus(SOON);
    List<PlannedJob> sound = jobs(due);
    PlannedJob refused = PlannedJob.in(installation).token("nobodys0token0here00000000").dueAt(due);

    installation.ledger().awaitStates(sound, "SENT");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(installation.ledger().states(refused.job()))
                    .as("UNKNOWN where the connection that broke was its own")
                    .containsAnyOf("FAILED", "UNKNOWN"));

    assertThat(installation.posts(refused.text())).isEmpty();
    assertThat(sound).allSatisfy(BatchesTest::isPostedAndToldOnce);
  }

  /** An engine that dies with a batch in its hands has asked for nothing, or for all of it. */
  @Test
  void aBatchThatWasTakenAndNeverCalledIsReadBackAndSentOnce() {
    List<PlannedJob> jobs = notDue();
    assertThat(take.take(jobs.stream().map(BatchesTest::occurrence).toList())).hasSize(MANY);

    for (PlannedJob job : jobs) {
      installation
          .ledger()
          .jdbc()
          .sql("update occurrence set sending_until = now(), look_at = now() where job_id = :job")
          .param("job", job.job())
          .update();
    }

    installation.ledger().awaitStates(jobs, "SENT");
    assertThat(jobs).allSatisfy(BatchesTest::isPostedAndToldOnce);
  }

  @Test
  void aChangeThatCommitsWhileABatchIsTakenWins() throws Exception {
    List<PlannedJob> jobs = notDue();
    PlannedJob changed = jobs.get(MANY / 2);
    try (ExecutorService taker = Executors.newVirtualThreadPerTaskExecutor();
        Connection change = installation.ledger().connect();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute(
          "update job set text = 'Stand-up at noon' where job_id = '" + changed.job() + "'");
      Future<List<Sending>> taking =
          taker.submit(() -> take.take(jobs.stream().map(BatchesTest::occurrence).toList()));
      awaitSomebodyWaitsForALock();
      change.commit();

      assertThat(taking.get())
          .hasSize(MANY)
          .filteredOn(each -> each.text().equals("Stand-up at noon"))
          .extracting(each -> each.occurrence().jobId().value())
          .containsExactly(changed.job());
    }
  }

  @Test
  void noneIsLostWhileItsRowIsBeingMarked() throws Exception {
    List<PlannedJob> jobs = notDue();
    manyOthersStandInTheLedger(jobs.getFirst().at());
    try (ExecutorService taker = Executors.newVirtualThreadPerTaskExecutor();
        Connection marking = installation.ledger().connect();
        Statement statement = marking.createStatement()) {
      marking.setAutoCommit(false);
      for (PlannedJob job : jobs.subList(0, MANY / 2)) {
        statement.execute(
            "update occurrence set published_at = now() where job_id = '" + job.job() + "'");
      }
      Future<List<Sending>> taking =
          taker.submit(() -> take.take(jobs.stream().map(BatchesTest::occurrence).toList()));
      awaitSomebodyWaitsForALock();
      marking.commit();

      assertThat(taking.get()).hasSize(MANY);
    }
  }

  /** It waits for nobody: a batch is what has come together while the one before was written. */
  @Test
  void oneIsSettledAloneAndWhatComesInMeanwhileTogether() throws Exception {
    List<Sending> sendings = take.take(notDue().stream().map(BatchesTest::occurrence).toList());
    List<Sending> others = sendings.subList(1, MANY);
    try (Connection change = installation.ledger().connect();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute(
          "select from job where job_id = '" + job(sendings.getFirst()) + "' for update");
      settle.add(posted(sendings.getFirst()));
      awaitSomebodyWaitsForALock();
      for (Sending other : others) {
        settle.add(posted(other));
      }
      change.rollback();
    }
    await().atMost(PATIENCE).until(() -> transactionsThatSettled(others) == 1);
    assertThat(transactionsThatSettled(sendings)).as("the first, and the others").isEqualTo(2);
  }

  @Test
  void asManySendersAreReservedAsAreFreeAndNoMore() throws InterruptedException {
    int all = senders.reserve(1_000, Duration.ofSeconds(10));
    assertThat(all).isEqualTo(Deliveries.USUAL.atOnce() * 3 / 2);
    assertThat(senders.reserve(1, Duration.ZERO)).isZero();
    senders.release(1);
    assertThat(senders.reserve(all, Duration.ZERO)).as("though it has no company").isOne();
    senders.release(all);
  }

  /** So many that PostgreSQL looks for each by itself. */
  private static void manyOthersStandInTheLedger(Instant at) {
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, shard, planned_at, state)
            select gen_random_uuid(), gen_random_uuid(), 0, :at, 'SENT' from generate_series(1, 20000)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    installation.ledger().jdbc().sql("analyze occurrence").update();
  }

  private static List<PlannedJob> jobs(Instant due) {
    return IntStream.range(0, MANY).mapToObj(_ -> PlannedJob.in(installation).dueAt(due)).toList();
  }

  /** Each with an occurrence that nobody brings. */
  private static List<PlannedJob> notDue() {
    List<PlannedJob> jobs =
        IntStream.range(0, MANY).mapToObj(_ -> PlannedJob.in(installation).notDue()).toList();
    jobs.forEach(job -> installation.ledger().ready(job, job.at(), Duration.ofHours(1)));
    return jobs;
  }

  private static Occurrence occurrence(PlannedJob job) {
    return new Occurrence(new JobId(job.job()), new BotId(job.bot()), job.at());
  }

  private static UUID job(Sending sending) {
    return sending.occurrence().jobId().value();
  }

  private static Visit posted(Sending sending) {
    return new Visit(
        sending, new Outcome.Posted(new PostId("p" + job(sending).toString().replace("-", ""))));
  }

  /** Each leaves its number in the rows that it wrote. */
  private static long transactionsThatSettled(List<Sending> sendings) {
    String jobs =
        sendings.stream().map(each -> "'" + job(each) + "'").collect(Collectors.joining(","));
    return installation
        .ledger()
        .jdbc()
        .sql(
            "select count(distinct xmin::text) from occurrence where state = 'SENT' and job_id in ("
                + jobs
                + ") having count(*) = "
                + sendings.size())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private static void isPostedAndToldOnce(PlannedJob job) {
    assertThat(installation.posts(job.text())).hasSize(1);
    assertThat(installation.ledger().told(job.bot())).hasSize(1);
  }

  private static void awaitSomebodyWaitsForALock() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                installation
                        .ledger()
                        .jdbc()
                        .sql(
                            """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """)
                        .query(Long.class)
                        .single()
                    > 0);
  }
}
