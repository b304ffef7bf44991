package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ObserversTest {

  private final Wire wire = new Wire();
  private final DatabaseAccess database = TestDatabase.fresh("observers");
  private final Queue<Integer> one = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> another = new ConcurrentLinkedQueue<>();

  @Test
  void everyCopyHearsWhatIsSentOnceItIsReadyAndNothingFromBefore() throws Exception {
    try (TestService first = copy(one)) {
      first.send(new Said("k", 1, ""));
      await().atMost(TestService.LONG).until(() -> one.size() == 1);
      // A copy that starts sends again what is not marked as sent: that may be heard twice.
      await().atMost(TestService.LONG).until(() -> first.unsent() == 0);
      try (TestService _ = copy(another)) {
        for (int number = 2; number <= 20; number++) {
          first.send(new Said("k" + number, number, ""));
        }

        await().atMost(TestService.LONG).until(() -> another.size() == 19 && one.size() == 20);
        assertThat(another).doesNotContain(1);
      }
    }
  }

  @Test
  void whatAnObserverCannotTakeOrReadHoldsUpNothing() throws Exception {
    try (TestService _ = copy(one);
        RawKafka kafka = new RawKafka(wire.kafka())) {
      kafka.write(wire.events(), "k", RawKafka.envelope(UUID.randomUUID(), "Said"), new byte[] {1});
      kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", -1, ""));
      kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", 1, ""));

      await().atMost(TestService.LONG).until(() -> one.contains(1));
      assertThat(one).containsExactly(1);
    }
  }

  private TestService copy(Queue<Integer> heard) throws InterruptedException {
    return TestService.named("observers", wire, database)
        .observing(
            Said.class,
            said -> {
              if (said.body().number() < 0) {
                throw new IllegalArgumentException("too deep for me");
              }
              heard.add(said.body().number());
            })
        .startReady();
  }
}
