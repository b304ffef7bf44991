package dev.bricklayer.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Nothing leaves before the database says that it is time. */
class DatabaseClockTest {

  private final EngineTables tables = EngineTables.fresh();
  private final DatabaseClock clock = new DatabaseClock(tables.ledger().jdbc());

  @Test
  void neverRunsAheadOfTheDatabase() {
    for (int i = 0; i < 500; i++) {
      Instant shown = clock.now();
      assertThat(shown).isBeforeOrEqualTo(tables.ledger().now());
    }
  }

  @Test
  void staysBehindByTheRoundTripAtMost() {
    for (int i = 0; i < 50; i++) {
      Instant before = tables.ledger().now();
      clock.sample();
      assertThat(clock.now()).isAfter(before.minus(Duration.ofMillis(1)));
    }
  }

  @Test
  void whatIsArmedLeavesInOrderAndNeverEarly() throws InterruptedException {
    ArmedQueue queue = new ArmedQueue();
    Instant start = tables.ledger().now();
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 300; i++) {
      queue.arm(List.of(armed(start.plusMillis(random.nextInt(2_000)))));
    }
    List<Armed> left = new ArrayList<>();
    while (left.size() < 300) {
      List<Armed> due = queue.take(clock, Duration.ofSeconds(1));
      Instant now = tables.ledger().now();
      assertThat(due).allSatisfy(each -> assertThat(each.at()).isBeforeOrEqualTo(now));
      left.addAll(due);
    }
    assertThat(left).extracting(Armed::at).isSorted();
  }

  @Test
  void whatIsDisarmedNeverLeaves() throws InterruptedException {
    ArmedQueue queue = new ArmedQueue();
    queue.arm(List.of(armed(tables.ledger().now())));
    queue.disarm(0);
    assertThat(queue.take(clock, Duration.ofMillis(20))).isEmpty();
  }

  private static Armed armed(Instant at) {
    Occurrence occurrence =
        new Occurrence(new JobId(UUID.randomUUID()), new BotId(UUID.randomUUID()), at);
    return new Armed(0, occurrence, "", at, true);
  }
}
