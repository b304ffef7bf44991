package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker of its own process is killed again and again while records flow, after its groups have
 * committed many offsets. Without care more than half of the groups then got no record for five
 * minutes; here each gets the next record soon.
 */
class NoConsumerGetsStuckTest {

  private static final String TOPIC = "load";
  private static final int GROUPS = 5;

  /** Well under the five minutes that stuck consumers need, and enough for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private final Random random = new Random(20_261_122);

  @TempDir private Path directory;

  @Test
  void groupsGoOnAfterTheBrokerWasKilled() throws Exception {
    killUnderLoad(2, 5_000);
  }

  @Test
  @Tag("faults")
  void groupsGoOnAfterManyKillsWithFullLogsOfOffsets() throws Exception {
    killUnderLoad(10, 60_000);
  }

  private void killUnderLoad(int kills, int commitsPerGroup) throws Exception {
    int port = FreePort.orAny(0);
    int controllerPort = FreePort.orAny(0);
    String servers = "127.0.0.1:" + port;
    OwnProcess broker = Broker.running(directory, port, controllerPort);
    try (Load load = new Load(servers)) {
      KafkaClients.createTopic(servers, TOPIC, 3);
      fillOffsets(servers, commitsPerGroup);
      load.start();
      load.awaitRecordsInEveryGroup();
      for (int kill = 0; kill < kills; kill++) {
        load.awaitRecords(50 + random.nextInt(200));
        broker.kill();
        broker = Broker.running(directory, port, controllerPort);
        load.awaitRecordsInEveryGroup();
      }
    } finally {
      broker.close();
    }
  }

  /** The logs of offsets grow by a record for every commit. */
  private static void fillOffsets(String servers, int commits) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      String group = "group-" + i;
      threads.add(Thread.startVirtualThread(() -> commit(servers, group, commits)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void commit(String servers, String group, int commits) {
    try (KafkaConsumer<String, String> consumer = KafkaClients.consumer(servers, group)) {
      var offsets = Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(0));
      consumer.assign(offsets.keySet());
      for (int i = 1; i <= commits; i++) {
        consumer.commitAsync(offsets, null);
        if (i % 200 == 0) {
          consumer.commitSync(offsets, SOON);
        }
      }
    }
  }

  /** One producer, and one consumer for each group, all of them started once and never again. */
  private static final class Load implements AutoCloseable {

    private final String servers;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<AtomicLong> seen =
        IntStream.range(0, GROUPS).mapToObj(i -> new AtomicLong()).toList();
    private final List<Thread> threads = new ArrayList<>();

    Load(String servers) {
      this.servers = servers;
    }

    void start() {
      threads.add(Thread.ofPlatform().name("produces").start(this::produce));
      for (int i = 0; i < GROUPS; i++) {
        String group = "group-" + i;
        AtomicLong count = seen.get(i);
        threads.add(Thread.ofPlatform().name(group).start(() -> consume(group, count)));
      }
    }

    private void produce() {
      CountDownLatch never = new CountDownLatch(1);
      try (KafkaProducer<String, String> producer = KafkaClients.producer(servers)) {
        for (long i = 0; running.get(); i++) {
          var _ = producer.send(new ProducerRecord<>(TOPIC, Long.toString(i), "record"));
          never.await(2, TimeUnit.MILLISECONDS);
        }
        producer.close(Duration.ZERO);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void consume(String group, AtomicLong count) {
      try (KafkaConsumer<String, String> consumer = KafkaClients.consumer(servers, group)) {
        consumer.subscribe(List.of(TOPIC));
        while (running.get()) {
          count.addAndGet(consumer.poll(Duration.ofMillis(100)).count());
          consumer.commitAsync();
        }
      }
    }

    void awaitRecords(long more) {
      long goal = seen.getFirst().get() + more;
      await().atMost(SOON).until(() -> seen.getFirst().get() >= goal);
    }

    void awaitRecordsInEveryGroup() {
      List<Long> before = seen.stream().map(AtomicLong::get).toList();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                for (int i = 0; i < GROUPS; i++) {
                  assertThat(seen.get(i).get()).as("group-" + i).isGreaterThan(before.get(i));
                }
              });
    }

    @Override
    public void close() {
      running.set(false);
      try {
        for (Thread thread : threads) {
          thread.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The main class of the process that is killed. */
  static final class Broker {

    private Broker() {}

    static OwnProcess running(Path directory, int port, int controllerPort) throws Exception {
      return OwnProcess.running(Broker.class, directory, port, controllerPort);
    }

    public static void main(String[] arguments) throws Exception {
      KafkaBroker.start(
          Path.of(arguments[0]),
          Integer.parseInt(arguments[1]),
          Integer.parseInt(arguments[2]),
          Map.of());
      OwnProcess.ready();
    }
  }
}
