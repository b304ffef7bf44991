package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.lease.Copy;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.ledger.Occurrence;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands still is handed out again, in limited batches and bot by bot. */
class SweepTest {

  private final EngineTables tables = EngineTables.fresh();
  private final Copy leader = Copy.on(tables, Duration.ofHours(1));
  private final Lease lease = leader.leases().take(0, leader.holder()).orElseThrow();
  private final SweepRepository repository = new SweepRepository(leader.database());

  @AfterEach
  void close() {
    leader.close();
  }

  @Test
  void aBotWithManyDoesNotHoldUpTheOthers() {
    UUID many = UUID.randomUUID();
    UUID few = UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      still(many, "RETRY", "10 minutes");
    }
    still(few, "RETRY", "1 second");

    List<Occurrence> chosen = sweep(2).occurrences();

    assertThat(chosen).extracting(o -> o.botId().value()).containsExactlyInAnyOrder(many, few);
  }

  @Test
  void whatWasHandedOutIsNotHandedOutAgainAtOnce() {
    still(UUID.randomUUID(), "READY", "1 second");
    assertThat(sweep(10).occurrences()).hasSize(1);
    assertThat(sweep(10).occurrences()).isEmpty();
  }

  @Test
  void aRetryWhoseTimeHasComeIsReadyAndASenderKeepsItsState() {
    still(UUID.randomUUID(), "RETRY", "1 second");
    still(UUID.randomUUID(), "SENDING", "1 second");
    sweep(10);
    assertThat(states()).containsExactlyInAnyOrder("READY", "SENDING");
  }

  @Test
  void whatIsNotDueIsLeft() {
    still(UUID.randomUUID(), "RETRY", "-1 minute");
    assertThat(sweep(10).occurrences()).isEmpty();
    assertThat(states()).containsExactly("RETRY");
  }

  @Test
  void aFullBatchSaysThatThereMayBeMore() {
    still(UUID.randomUUID(), "READY", "1 second");
    still(UUID.randomUUID(), "READY", "1 second");
    assertThat(sweep(1).more()).isTrue();
    assertThat(sweep(2).more()).isFalse();
  }

  @Test
  void aDeposedLeaderSweepsNothing() {
    still(UUID.randomUUID(), "RETRY", "1 second");
    tables.ledger().jdbc().sql("update lease set epoch = epoch + 1").update();
    assertThat(sweeper(10).sweep(lease)).isEmpty();
    assertThat(states()).containsExactly("RETRY");
  }

  private SweepOccurrences.Swept sweep(int batch) {
    return sweeper(batch).sweep(lease).orElseThrow();
  }

  private SweepOccurrences sweeper(int batch) {
    DeliverySettings usual = Deliveries.USUAL;
    DeliverySettings settings =
        new DeliverySettings(
            usual.atOnce(),
            usual.patience(),
            usual.freshFor(),
            usual.sendingFor(),
            usual.resendWithin(),
            usual.proofAfter(),
            usual.betweenLooks(),
            usual.firstBackoff(),
            usual.longestBackoff(),
            usual.giveUpAfter(),
            batch);
    return new SweepOccurrences(repository, leader.leases(), settings, new SimpleMeterRegistry());
  }

  /** An occurrence that was to be looked at so long ago. */
  private void still(UUID bot, String state, String since) {
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state, look_at)
            values (gen_random_uuid(), :bot, now(), 0, :state, now() - :since::interval)
            """)
        .param("bot", bot)
        .param("state", state)
        .param("since", since)
        .update();
  }

  private List<String> states() {
    return tables.ledger().jdbc().sql("select state from occurrence").query(String.class).list();
  }
}
