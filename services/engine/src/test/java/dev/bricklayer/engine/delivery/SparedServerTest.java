package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.api.RateLimit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two engines and one Mattermost that limits calls, and that goes away. */
class SparedServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PER_SECOND = 50;
  private static final int BURST = 100;

  private static Installation installation;
  private static List<ConfigurableApplicationContext> engines;

  @BeforeAll
  static void start() {
    installation = Installation.limited(new RateLimit(PER_SECOND, BURST));
    engines = Stream.of(engine(), engine()).toList();
  }

  private static ConfigurableApplicationContext engine() {
    return installation.engine(
        "--bricklayer.engine.server.first-pause=200ms",
        "--bricklayer.engine.server.longest-pause=1s",
        "--bricklayer.engine.delivery.first-backoff=200ms",
        "--bricklayer.engine.delivery.longest-backoff=1s");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void theLimitIsHardlyEverMetAndABotWithManyHoldsUpNobody() {
    await().atMost(PATIENCE).until(SparedServerTest::theBucketIsFull);
    Instant due = installation.ledger().now().plusSeconds(1);
    UUID bot = UUID.randomUUID();
    List<PlannedJob> many =
        IntStream.range(0, 400)
            .mapToObj(_ -> PlannedJob.in(installation).of(bot).dueAt(due))
            .toList();
    PlannedJob one = PlannedJob.in(installation).dueAt(due.plusSeconds(2));
    double throttledBefore = counted("bricklayer.engine.throttled");
    double sweptBefore = counted("bricklayer.engine.swept");

    installation
        .ledger()
        .awaitStates(Stream.concat(many.stream(), Stream.of(one)).toList(), "SENT");

    List<Posted> posts =
        many.stream().flatMap(job -> installation.posts(job.text()).stream()).toList();
    assertThat(posts).hasSize(400);
    Instant last = posts.stream().map(Posted::at).max(Comparator.naturalOrder()).orElseThrow();
    assertThat(counted("bricklayer.engine.throttled") - throttledBefore)
        .as("turned away")
        .isLessThanOrEqualTo(4);
    assertThat(counted("bricklayer.engine.swept") - sweptBefore)
        .as("all that had to wait stood in line, none was left to the sweep")
        .isZero();
    assertThat(installation.posts(one.text()).getFirst().at())
        .as("a bot with hundreds in line holds up nobody")
        .isBefore(last);
  }

  @Test
  void anOutageCostsNoAttemptsAndLosesNothing() {
    UUID bot = UUID.randomUUID();
    installation.mattermost().down();
    Instant due = installation.ledger().now().plusMillis(500);
    List<PlannedJob> first = jobs(bot, due);
    await().atMost(PATIENCE).until(() -> first.stream().allMatch(job -> inLine(job)));
    await().atMost(PATIENCE).until(() -> open() == engines.size());
    List<PlannedJob> second = jobs(bot, installation.ledger().now());
    await().atMost(PATIENCE).until(() -> second.stream().allMatch(job -> inLine(job)));

    assertThat(second).as("while it is away nothing is taken").allMatch(job -> attempts(job) == 0);
    installation.mattermost().up();

    installation.ledger().awaitStates(first, "SENT");
    installation.ledger().awaitStates(second, "SENT");
    assertThat(Stream.concat(first.stream(), second.stream()))
        .allSatisfy(job -> assertThat(installation.posts(job.text())).hasSize(1))
        .allSatisfy(job -> assertThat(attempts(job)).isLessThanOrEqualTo(3));
  }

  private static boolean theBucketIsFull() {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select level + per_second * extract(epoch from now() - level_at) >= size
            from server_allowance
            """)
        .query(Boolean.class)
        .single();
  }

  private static List<PlannedJob> jobs(UUID bot, Instant due) {
    return IntStream.range(0, 30)
        .mapToObj(_ -> PlannedJob.in(installation).of(bot).dueAt(due))
        .toList();
  }

  private static boolean inLine(PlannedJob job) {
    return installation.ledger().states(job.job()).equals(List.of("RETRY"));
  }

  private static int attempts(PlannedJob job) {
    return (Integer) installation.ledger().occurrences(job.job()).getFirst().get("attempt");
  }

  private static double counted(String meter) {
    return engines.stream()
        .mapToDouble(engine -> engine.getBean(MeterRegistry.class).counter(meter).count())
        .sum();
  }

  private static double open() {
    return engines.stream()
        .mapToDouble(
            engine ->
                engine
                    .getBean(MeterRegistry.class)
                    .get("bricklayer.engine.breaker.open")
                    .gauge()
                    .value())
        .sum();
  }
}
