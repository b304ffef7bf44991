package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
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
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker of its own process is killed again and again while records flow, after its groups have
 * committed many offsets. Kafka's own server then often leaves groups without a record for five
 * minutes: it begins to load the logs of offsets, is found to be dead in its former life, and loads
 * them once more. Ours loads them once, and each group gets the next record soon.
 */
class NoConsumerGetsStuckTest {

  private static final String TOPIC = "load";
  private static final int GROUPS = 5;
  private static final String TAKEN_FOR_A_DOUBLE = "DUPLICATE_BROKER_REGISTRATION";

  /** Well under the five minutes that stuck consumers need, and enough for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private final Random random = new Random(20_261_122);

  private final int port = FreePort.orAny(0);
  private final int controllerPort = FreePort.orAnyBut(port, 0);
  private final String servers = "127.0.0.1:" + port;
  private OwnProcess broker;

  @TempDir private Path directory;

  NoConsumerGetsStuckTest() throws IOException {}

  @Test
  void groupsGoOnAfterTheBrokerWasKilled() throws Exception {
    killUnderLoad(2, 5_000);
  }

  @Test
  @Tag("faults")
  void groupsGoOnAfterManyKillsWithFullLogsOfOffsets() throws Exception {
    killUnderLoad(10, 60_000);
  }

  /** So that the test above can fail: the same kill, and what it looks for is there. */
  @Test
  void kafkasOwnServerStartsBeforeItsFormerLifeHasEnded() throws Exception {
    try (Load load = new Load(servers)) {
      startBroker(Broker.class);
      KafkaClients.createTopic(servers, TOPIC, 3);
      load.start();
      load.awaitRecordsInEveryGroup();
      startBroker(KafkasOwn.class);
      await().atMost(SOON).until(() -> log().contains(TAKEN_FOR_A_DOUBLE));
    } finally {
      broker.close();
    }
  }

  private void killUnderLoad(int kills, int commitsPerGroup) throws Exception {
    try (Load load = new Load(servers)) {
      startBroker(Broker.class);
      KafkaClients.createTopic(servers, TOPIC, 3);
      fillOffsets(servers, commitsPerGroup);
      load.start();
      load.awaitRecordsInEveryGroup();
      for (int kill = 0; kill < kills; kill++) {
        load.awaitRecords(50 + random.nextInt(200));
        startBroker(Broker.class);
        load.awaitRecordsInEveryGroup();
      }
      assertThat(log()).doesNotContain(TAKEN_FOR_A_DOUBLE);
    } finally {
      broker.close();
    }
  }

  /** Kills the one that runs, if one does. */
  private void startBroker(Class<?> main) throws IOException {
    if (broker != null) {
      broker.kill();
    }
    broker =
        OwnProcess.running(directory.resolve("broker.log"), main, directory, port, controllerPort);
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("broker.log"));
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

    public static void main(String[] arguments) throws Exception {
      KafkaBroker.start(
          Path.of(arguments[0]),
          Integer.parseInt(arguments[1]),
          Integer.parseInt(arguments[2]),
          Map.of());
      OwnProcess.ready();
    }
  }

  /** The same broker, started as Kafka starts it. */
  static final class KafkasOwn {

    private KafkasOwn() {}

    public static void main(String[] arguments) throws Exception {
      Map<String, String> settings =
          KafkaBroker.settings(
              KafkaBroker.logs(Path.of(arguments[0])),
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              Map.of());
      new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM).startup();
      OwnProcess.ready();
    }
  }
}
