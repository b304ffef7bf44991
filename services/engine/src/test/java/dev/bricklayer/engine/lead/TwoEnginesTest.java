package dev.bricklayer.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.lease.LeaderDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Several engines on one database: one leads, all deliver, nothing is posted twice. */
class TwoEnginesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Installation installation;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext other;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    one = installation.engine();
    other = installation.engine();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void oneOfThemLeads() {
    await().atMost(PATIENCE).until(() -> leading() == 1);
  }

  @Test
  void eachOfManyIsPostedOnce() {
    Instant at = installation.ledger().now().plusSeconds(3);
    List<PlannedJob> jobs =
        IntStream.range(0, 100).mapToObj(_ -> PlannedJob.in(installation).dueAt(at)).toList();

    installation.ledger().awaitStates(jobs, "SENT");

    assertThat(jobs).allSatisfy(job -> assertThat(installation.posts(job.text())).hasSize(1));
    assertThat(owners(jobs)).hasSizeBetween(1, 2);
  }

  /** Kafka, a second leader and the sweeper may all bring the same occurrence. */
  @Test
  void whatIsBroughtTwentyTimesIsPostedOnce() {
    PlannedJob job = PlannedJob.in(installation).notDue();
    installation.ledger().ready(job, job.at(), Duration.ofMinutes(5));

    IntStream.range(0, 20).forEach(_ -> installation.bring(job));

    installation.ledger().awaitStates(job, "SENT");
    PlannedJob after = PlannedJob.in(installation).of(job.bot()).notDue();
    installation.ledger().ready(after, after.at(), Duration.ofMinutes(5));
    installation.bring(after);
    installation.ledger().awaitStates(after, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  @Test
  void whatStandsInNoLedgerIsNotPosted() {
    PlannedJob job = PlannedJob.in(installation).notDue();
    installation.bring(job);
    PlannedJob after = PlannedJob.in(installation).of(job.bot()).notDue();
    installation.ledger().ready(after, after.at(), Duration.ofMinutes(5));
    installation.bring(after);
    installation.ledger().awaitStates(after, "SENT");
    assertThat(installation.posts(job.text())).isEmpty();
  }

  /** Its look would come in an hour: only a new leader publishes it before. */
  @Test
  void whatALeaderArmedAndDidNotPublishTheNextOnePublishes() {
    PlannedJob job = PlannedJob.in(installation).notDue();
    await().atMost(PATIENCE).until(() -> leading() == 1);
    installation.ledger().ready(job, job.at(), Duration.ofHours(1));

    depose();

    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  @Test
  void aDeposedLeaderStepsDownAndClaimsNothing() {
    await().atMost(PATIENCE).until(() -> leading() == 1);
    stranger(Duration.ofMinutes(10));
    await().atMost(PATIENCE).until(() -> leading() == 0);

    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ZERO);
    assertThat(installation.ledger().states(job.job())).isEmpty();
    stranger(Duration.ZERO);

    installation.ledger().awaitStates(job, "SENT");
  }

  @Test
  void theOtherLeadsWithinSecondsWhenTheLeaderLosesItsDatabase() {
    ConfigurableApplicationContext third = installation.engine();
    await().atMost(PATIENCE).until(() -> leading(third, one, other) == 1);
    makeLeader(third);
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofSeconds(1));

    third.getBean(LeaderDatabase.class).destroy();

    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
    assertThat(leading()).isOne();
    third.close();
  }

  private static void makeLeader(ConfigurableApplicationContext engine) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (leading(engine) == 0) {
                depose();
              }
              return leading(engine) == 1;
            });
  }

  /** Somebody else held the lease for a moment. */
  private static void depose() {
    stranger(Duration.ZERO);
  }

  private static void stranger(Duration holds) {
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            update lease set holder = gen_random_uuid(), epoch = epoch + 1,
              until = now() + :millis * interval '1 millisecond'
            """)
        .param("millis", holds.toMillis())
        .update();
  }

  private static long leading() {
    return leading(one, other);
  }

  private static long leading(ConfigurableApplicationContext... engines) {
    return Stream.of(engines)
        .filter(engine -> !engine.getBean(LeadShards.class).leases().isEmpty())
        .count();
  }

  private static List<UUID> owners(List<PlannedJob> jobs) {
    return jobs.stream()
        .map(job -> installation.ledger().occurrences(job.job()).getFirst().get("owner"))
        .map(UUID.class::cast)
        .distinct()
        .toList();
  }
}
