package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.simulator.Posted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the plan to the post, all parts being up. */
class DeliveryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
  void postsOnceAtItsInstantAndNotBefore() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofSeconds(2));

    Posted post =
        await().atMost(PATIENCE).until(() -> posts(job), one -> one.size() == 1).getFirst();

    assertThat(post.at()).isAfterOrEqualTo(job.at().minusMillis(1));
    assertThat(post.channelId()).isEqualTo(installation.mattermost().demo().channelId("release"));
    assertThat(post.userId()).isEqualTo(installation.account().userId());
    assertThat(post.props().path("bricklayer").path("job").asString())
        .isEqualTo(job.job().toString());
    assertThat(post.props().path("bricklayer").path("plannedAt").asString())
        .isEqualTo(job.at().toString());
    assertThat(post.props().path("bricklayer").path("occurrence").asString())
        .isEqualTo(OccurrenceId.of(new JobId(job.job()), job.at()).toString());
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.ledger().run(job.job()))
        .containsEntry("status", "RUNNING")
        .containsEntry("last_outcome", "SENT");
  }

  @Test
  void aOneOffFiresOnceAndEnds() {
    PlannedJob job = PlannedJob.in(installation).once().dueIn(Duration.ofMillis(500));

    installation.ledger().awaitStates(job, "SENT");

    assertThat(posts(job)).hasSize(1);
    assertThat(installation.ledger().run(job.job())).containsEntry("status", "ENDED");
  }

  private static List<Posted> posts(PlannedJob job) {
    return installation.posts(job.text());
  }
}
