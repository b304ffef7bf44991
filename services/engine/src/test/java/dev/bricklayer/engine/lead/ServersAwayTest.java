package dev.bricklayer.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka or PostgreSQL goes and comes back: nothing is lost, nothing is posted twice. */
class ServersAwayTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void whatFallsDueWhileKafkaIsAwayIsPostedWhenItIsBack(@TempDir Path directory) throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(directory, 0, 0, Map.of());
        Installation installation =
            Installation.on(broker.bootstrapServers(), TestDatabase.fresh("engine"))) {
      installation.engine();
      awaitPostedOnce(installation, PlannedJob.in(installation).dueIn(Duration.ZERO));

      broker.kill();
      List<PlannedJob> jobs =
          List.of(
              PlannedJob.in(installation).dueIn(Duration.ZERO),
              PlannedJob.in(installation).dueIn(Duration.ofSeconds(1)),
              PlannedJob.in(installation).dueIn(Duration.ofSeconds(3)));
      installation.ledger().awaitStates(jobs, "READY");
      broker.restart();

      jobs.forEach(job -> awaitPostedOnce(installation, job));
    }
  }

  @Test
  void whatFallsDueWhileTheDatabaseIsAwayIsPostedWhenItIsBack(@TempDir Path directory)
      throws Exception {
    try (PostgresServer postgres = PostgresServer.start(directory, 0);
        Installation installation =
            Installation.on(
                TestBroker.bootstrapServers(),
                postgres.createRoleAndDatabase("engine", "secret"))) {
      installation.engine();
      awaitPostedOnce(installation, PlannedJob.in(installation).dueIn(Duration.ZERO));
      PlannedJob soon = PlannedJob.in(installation).dueIn(Duration.ofSeconds(3));
      PlannedJob later = PlannedJob.in(installation).dueIn(Duration.ofSeconds(15));

      postgres.kill();
      postgres.restart();

      awaitPostedOnce(installation, soon);
      awaitPostedOnce(installation, later);
    }
  }

  private static void awaitPostedOnce(Installation installation, PlannedJob job) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(installation.ledger().states(job.job())).containsExactly("SENT"));
    assertThat(installation.posts(job.text())).hasSize(1);
  }
}
