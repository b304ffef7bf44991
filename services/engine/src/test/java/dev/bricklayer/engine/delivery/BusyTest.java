package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More is due than the senders can serve. */
class BusyTest {

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
}
