package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, to be stopped and killed. */
class BrokerAwayTest {

  private static final int KEYS = 5;

  @TempDir private Path directory;
  private KafkaBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = KafkaBroker.start(directory, 0, 0, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void aServiceStartsAndTakesMessagesWhileKafkaIsAway() throws Exception {
    Wire wire = new Wire(broker.bootstrapServers());
    CountDownLatch heard = new CountDownLatch(1);
    broker.stop();
    try (TestService service =
        TestService.named("early", wire, TestDatabase.fresh("early"))
            .reacting(Said.class, (said, out) -> heard.countDown())
            .start()) {
      assertThat(service.bean(MessagingReadiness.class).isReady()).isFalse();
      service.send(new Said("k", 1, "is anybody there?"));

      broker.restart();

      assertThat(service.bean(MessagingReadiness.class).awaitReady(TestService.LONG)).isTrue();
      assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aQueueThatFillsWhileTheBrokerIsAwayBlocksNobodyAndLosesNoOrder() throws Exception {
    Wire wire = new Wire(broker.bootstrapServers());
    Map<String, Queue<Integer>> heard = new ConcurrentHashMap<>();
    try (TestService service =
        TestService.named("filled", wire, TestDatabase.fresh("filled"))
            .with("bricklayer.messaging.queue-size", 10)
            .hearing(
                Said.class,
                said ->
                    heard
                        .computeIfAbsent(said.key(), _ -> new ConcurrentLinkedQueue<>())
                        .add(said.body().number()))
            .startReady()) {
      say(service, 1, 20);
      broker.stop();
      long began = System.nanoTime();
      say(service, 21, 60);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(took).as("nobody waits for Kafka").isLessThan(KafkaClients.DELIVERY);
      assertThat(service.bean(MeterRegistry.class).counter("messaging.outbox.full").count())
          .isPositive();

      broker.restart();
      say(service, 61, 80);

      await()
          .atMost(TestService.LONG)
          .until(
              () -> heard.size() == KEYS && heard.values().stream().allMatch(q -> q.size() == 80));
      List<Integer> all = IntStream.rangeClosed(1, 80).boxed().toList();
      assertThat(heard.values())
          .allSatisfy(numbers -> assertThat(numbers).containsExactlyElementsOf(all));
      await().atMost(TestService.LONG).until(() -> service.unsent() == 0);
    }
  }

  @Test
  void aBrokerThatIsKilledUnderLoadLeavesNoConsumerStuck() throws Exception {
    Wire wire = new Wire(broker.bootstrapServers());
    Queue<Integer> heard = new ConcurrentLinkedQueue<>();
    try (TestService service =
        TestService.named("shaken", wire, TestDatabase.fresh("shaken"))
            .hearing(Said.class, said -> heard.add(said.body().number()))
            .startReady()) {
      int said = 0;
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 50; i++) {
          service.send(new Said("k" + said % KEYS, said++, ""));
        }
        broker.kill();
        for (int i = 0; i < 50; i++) {
          service.send(new Said("k" + said % KEYS, said++, ""));
        }
        broker.restart();
      }
      int all = said;

      await().atMost(TestService.LONG).until(() -> heard.size() >= all);
      assertThat(heard).doesNotHaveDuplicates().hasSize(all);
    }
  }

  private static void say(TestService service, int from, int to) {
    for (int number = from; number <= to; number++) {
      List<Object> round = new ArrayList<>();
      for (int key = 0; key < KEYS; key++) {
        round.add(new Said("k" + key, number, ""));
      }
      service.send(round.toArray());
    }
  }
}
