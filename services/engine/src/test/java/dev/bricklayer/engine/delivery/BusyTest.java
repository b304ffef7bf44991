package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.simulator.faults.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More is due than the senders can serve. */
class BusyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void whatFindsNoSenderIsTakenUpLaterAndPostedOnce() {
    try (Installation installation = Installation.fresh()) {
      installation.engine(
          "--bricklayer.engine.delivery.at-once=2", "--bricklayer.engine.delivery.patience=20ms");
      installation
          .mattermost()
          .faults()
          .add(Fault.on("POST", "/api/v4/posts").before(new Effect.Delay(Duration.ofMillis(200))));
      Instant due = installation.ledger().now().plusSeconds(2);
      List<PlannedJob> jobs =
          IntStream.range(0, 30).mapToObj(_ -> PlannedJob.in(installation).dueAt(due)).toList();

      installation.ledger().awaitStates(jobs, "SENT");

      assertThat(installation.mattermost().posted()).hasSize(30);
    }
  }

  /** So no call waits for a transaction, and what was taken waits for half a call at most. */
  @Test
  void halfAsManyAsMayCallAreTakenAheadAndCallInTheirTurn() {
    try (Installation installation = Installation.fresh()) {
      installation.engine("--bricklayer.engine.delivery.at-once=4");
      Faults faults = installation.mattermost().faults();
      faults.add(Fault.on("POST", "/api/v4/posts").before(new Effect.Delay(Duration.ofSeconds(8))));
      Instant due = installation.ledger().now().plusSeconds(1);
      List<PlannedJob> jobs =
          IntStream.range(0, 10).mapToObj(_ -> PlannedJob.in(installation).dueAt(due)).toList();

      await().atMost(PATIENCE).until(() -> sending(installation) == 6);
      await().atMost(PATIENCE).until(() -> calls(faults) == 4);
      faults.clear();

      installation.ledger().awaitStates(jobs, "SENT");
      assertThat(installation.mattermost().posted()).hasSize(10);
    }
  }

  private static long sending(Installation installation) {
    return installation
        .ledger()
        .jdbc()
        .sql("select count(*) from occurrence where state = 'SENDING'")
        .query(Long.class)
        .single();
  }

  private static int calls(Faults faults) {
    return faults.seen().getFirst().hits();
  }
}
