package dev.bricklayer.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine is killed at each point between two things that it does. It is brought to stand there
 * by what it needs next and does not get: a lock, an answer of Mattermost's. Another engine goes
 * on, and the checker judges.
 */
@Tag("faults")
class KilledAtNamedPointsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String POSTS = "/api/v4/posts";
  private static final String LEASES = "select from lease for update";
  private static final String JOBS = "select from job for update";
  private static final String FENCE = "%update lease%";
  private static final String JOB_LOCKS = "%for no key update%";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private Trial trial;

  @BeforeEach
  void start() throws Exception {
    trial = Trial.with(1, directory, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    trial.close();
  }

  /** The batch is written, the fence not passed: nothing of it is committed. */
  @Test
  void betweenTheClaimAndItsFence() throws Exception {
    CompletableFuture<Hold> again;
    try (Hold lease = Hold.of(database(), LEASES)) {
      lease.awaitWaiting(1, FENCE);
      remind();
      again = Hold.next(database(), LEASES);
      lease.awaitWaiting(2, "%lease%");
    }
    try (Hold lease = again.get()) {
      lease.awaitWaiting(1, FENCE);
      kill();
    }
    anotherGoesOn();
  }

  @Test
  void betweenTheClaimAndTheInstant() throws Exception {
    remind();
    awaitAny("state = 'READY' and published_at is null");
    kill();
    anotherGoesOn();
  }

  /** Kafka has it, the ledger does not know that, and nobody has taken it. */
  @Test
  void betweenTheHandOverAndTheTaking() throws Exception {
    remind();
    try (Hold jobs = Hold.of(database(), JOBS)) {
      jobs.awaitWaiting(1, JOB_LOCKS);
      kill();
    }
    anotherGoesOn();
  }

  @Test
  void betweenSendingAndThePost() throws Exception {
    hang(Fault.on("POST", POSTS).before(new Effect.Hang()));
    kill();
    trial.fleet().mattermost().faults().clear();
    anotherGoesOn();
  }

  @Test
  void betweenThePostAndItsAnswer() throws Exception {
    hang(Fault.on("POST", POSTS).after(new Effect.Hang()));
    kill();
    trial.fleet().mattermost().faults().clear();
    anotherGoesOn();
  }

  @Test
  void betweenTheAnswerAndTheLedger() throws Exception {
    hang(Fault.on("POST", POSTS).inside(Duration.ofSeconds(3)));
    try (Hold jobs = Hold.of(database(), JOBS)) {
      trial.fleet().mattermost().faults().clear();
      jobs.awaitWaiting(1, JOB_LOCKS);
      kill();
    }
    anotherGoesOn();
  }

  /** Kafka brings it once more. */
  @Test
  void betweenTheLedgerAndKafka() throws Exception {
    remind();
    awaitAny("state = 'SENT'");
    kill();
    anotherGoesOn();
  }

  /** The lease is taken, and nothing armed of what the leader before had armed. */
  @Test
  void betweenTheLeaseAndTheHandOver() throws Exception {
    trial.fleet().start(ServiceName.ENGINE);
    remind();
    awaitAny("state = 'READY' and published_at is null");
    try (Hold ledger = Hold.of(database(), "lock table occurrence in access exclusive mode")) {
      kill();
      ledger.awaitWaiting(1, "%published_at is null%");
      kill();
    }
    anotherGoesOn();
  }

  private void remind() {
    trial.remind(5, Duration.ofSeconds(4));
  }

  /** Falls due, and a request stands at that point. */
  private void hang(Fault fault) {
    trial.fleet().mattermost().faults().add(fault);
    remind();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> trial.fleet().mattermost().faults().seen().getFirst().hits() > 0);
  }

  private void awaitAny(String condition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                trial
                    .fleet()
                    .rows(ServiceName.ENGINE)
                    .sql("select exists (select from occurrence where " + condition + ")")
                    .query(Boolean.class)
                    .single());
  }

  private void kill() {
    trial.engines().getFirst().kill();
  }

  private void anotherGoesOn() throws Exception {
    trial.fleet().start(ServiceName.ENGINE);
    trial.endsWithEachPosted();
  }

  private DatabaseAccess database() {
    return trial.fleet().database(ServiceName.ENGINE);
  }
}
