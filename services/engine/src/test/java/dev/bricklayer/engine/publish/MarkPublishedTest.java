package dev.bricklayer.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Kafka has is marked in the ledger. */
class MarkPublishedTest {

  private final EngineTables tables = EngineTables.fresh();
  private final MarkPublished marks =
      new MarkPublished(new PublishedRepository(tables.ledger().jdbc()), Duration.ofMillis(50));

  @Test
  void manyAreMarkedTogether() throws InterruptedException {
    Thread thread = Thread.ofPlatform().start(marks);
    ready(20).forEach(marks::acknowledged);
    await().atMost(Duration.ofSeconds(30)).until(() -> unmarked() == 0);
    marks.stop();
    thread.join();
  }

  @Test
  void theLastOnesAreMarkedBeforeItEnds() throws InterruptedException {
    ready(20).forEach(marks::acknowledged);
    marks.stop();
    Thread thread = Thread.ofPlatform().start(marks);
    thread.join();
    assertThat(unmarked()).isZero();
  }

  @Test
  void asManyMayWaitInMemoryAsFitAndNoMore() {
    PublishSettings unset =
        new PublishSettings(12, null, Duration.ofMillis(500), Duration.ofMillis(100));
    assertThat(unset.mostArmedIn(128L << 20)).isBetween(50_000, 100_000);
    assertThat(unset.mostArmedIn(8L << 30)).isEqualTo(500_000);
  }

  private List<Occurrence> ready(int count) {
    Instant now = tables.ledger().now().truncatedTo(ChronoUnit.MICROS);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Occurrence(
                    new JobId(UUID.randomUUID()), new BotId(UUID.randomUUID()), now.plusMillis(i)))
        .peek(this::write)
        .toList();
  }

  private void write(Occurrence occurrence) {
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state, look_at)
            values (:job, :bot, :at, 0, 'READY', now())
            """)
        .param("job", occurrence.jobId().value())
        .param("bot", occurrence.botId().value())
        .param("at", occurrence.plannedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private long unmarked() {
    return tables
        .ledger()
        .jdbc()
        .sql("select count(*) from occurrence where published_at is null")
        .query(Long.class)
        .single();
  }
}
