package dev.bricklayer.engine.delivery;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newer version wrote, and this one cannot read. */
class UnreadableTest {

  private Installation installation;

  @BeforeEach
  void start() {
    installation = Installation.fresh();
    installation.engine();
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void oneBotThatCannotBeReadStopsNoOtherThatKafkaBringsWithIt() {
    Instant due = installation.ledger().now().plus(Duration.ofSeconds(2));
    spoil(PlannedJob.in(installation).dueAt(due));
    List<PlannedJob> sound =
        IntStream.range(0, 24).mapToObj(_ -> PlannedJob.in(installation).dueAt(due)).toList();

    installation.ledger().awaitStates(sound, "SENT");
  }

  @Test
  void oneBotThatCannotBeReadStopsNoOtherInTheLine() {
    PlannedJob spoilt = PlannedJob.in(installation).notDue();
    spoil(spoilt);
    putInLine(spoilt);
    await().until(() -> installation.ledger().states(spoilt.job()).contains("READY"));
    PlannedJob sound = PlannedJob.in(installation).notDue();
    putInLine(sound);

    installation.ledger().awaitStates(List.of(sound), "SENT");
  }

  private void spoil(PlannedJob job) {
    sql("update bot set credentials = '{\"kind\": \"future\"}' where bot_id = :id", job.bot());
  }

  private void putInLine(PlannedJob job) {
    installation.ledger().ready(job, job.at(), Duration.ofHours(1));
    sql("update occurrence set state = 'RETRY', waits_until = now() where job_id = :id", job.job());
  }

  private void sql(String sql, UUID id) {
    installation.ledger().jdbc().sql(sql).param("id", id).update();
  }
}
