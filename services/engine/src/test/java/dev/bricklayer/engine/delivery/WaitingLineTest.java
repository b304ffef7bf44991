package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits is served bot by bot, whatever the order they came in. */
class WaitingLineTest {

  private static EngineTables tables;

  private final WaitingLine line =
      new WaitingLine(new WaitingLineRepository(tables.ledger().jdbc()));

  @BeforeAll
  static void start() {
    tables = EngineTables.fresh();
  }

  @BeforeEach
  void nobodyWaits() {
    tables.ledger().jdbc().sql("delete from occurrence").update();
  }

  @Test
  void aBotWithThousandsDoesNotHoldUpAnothersOne() {
    UUID many = UUID.randomUUID();
    UUID one = UUID.randomUUID();
    waiting(many, 3_000, "10 minutes");
    waiting(one, 1, "1 second");

    assertThat(line.next(2)).extracting(each -> each.botId().value()).contains(one);
  }

  @Test
  void goesRound() {
    for (int i = 0; i < 3; i++) {
      waiting(UUID.randomUUID(), 2, "1 minute");
    }
    List<UUID> turns = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      turns.add(line.next(1).getFirst().botId().value());
    }
    assertThat(turns.subList(0, 3)).doesNotHaveDuplicates();
    assertThat(turns.subList(3, 6)).isEqualTo(turns.subList(0, 3));
    assertThat(line.next(1)).isEmpty();
  }

  @Test
  void ofOneBotTheEarliestInstantsComeFirst() {
    UUID bot = UUID.randomUUID();
    waiting(bot, 1, "1 minute");
    waiting(bot, 1, "3 minutes");
    waiting(bot, 1, "2 minutes");
    List<Occurrence> next = line.next(2);
    assertThat(next)
        .extracting(each -> Duration.between(each.plannedAt(), tables.ledger().now()).toMinutes())
        .containsExactlyInAnyOrder(3L, 2L);
  }

  @Test
  void fillsUpFromOneBotWhenNobodyElseWaits() {
    waiting(UUID.randomUUID(), 50, "1 minute");
    assertThat(line.next(40)).hasSize(40);
    assertThat(line.next(40)).hasSize(10);
  }

  @Test
  void whoseTimeHasNotComeIsNotServed() {
    waiting(UUID.randomUUID(), 1, "1 minute");
    tables
        .ledger()
        .jdbc()
        .sql("update occurrence set waits_until = now() + interval '1 minute'")
        .update();
    assertThat(line.anything()).isFalse();
    assertThat(line.next(5)).isEmpty();
  }

  @Test
  void whatIsPickedIsNotPickedAgain() {
    waiting(UUID.randomUUID(), 1, "1 minute");
    assertThat(line.next(5)).hasSize(1);
    assertThat(line.next(5)).isEmpty();
    assertThat(states()).containsExactly("READY");
  }

  @Test
  void onlyWhatIsReadyGetsInLine() {
    waiting(UUID.randomUUID(), 2, "1 minute");
    List<Occurrence> picked = line.next(5);
    tables
        .ledger()
        .jdbc()
        .sql("update occurrence set state = 'SENDING' where job_id = :job")
        .param("job", picked.getFirst().jobId().value())
        .update();

    line.queue(picked);

    assertThat(states()).containsExactlyInAnyOrder("SENDING", "RETRY");
    assertThat(line.isBusy()).isTrue();
  }

  private static List<String> states() {
    return tables.ledger().jdbc().sql("select state from occurrence").query(String.class).list();
  }

  /** Jobs of a bot, each with an occurrence that was due so long ago. */
  private static void waiting(UUID bot, int count, String since) {
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence
              (job_id, bot_id, planned_at, shard, state, look_at, waits_until)
            select gen_random_uuid(), :bot, :now - :since::interval, 0, 'RETRY', :now, :now
            from generate_series(1, :count)
            """)
        .param("bot", bot)
        .param("now", tables.ledger().now().atOffset(ZoneOffset.UTC))
        .param("since", since)
        .param("count", count)
        .update();
  }
}
