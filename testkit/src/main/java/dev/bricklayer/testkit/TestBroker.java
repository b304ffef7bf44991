package dev.bricklayer.testkit;

import dev.bricklayer.embedded.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A real Kafka broker for tests, one per JVM, started when it is first asked for. It makes no
 * topics by itself. Tests that kill or restart a broker start a {@link KafkaBroker} of their own.
 *
 * <p>It runs until the very end of the JVM: contexts that are closed by a shutdown hook still find
 * it. What it leaves on the disk is removed by the next test JVM.
 */
public final class TestBroker {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestBroker() {}

  /** The address for {@code bootstrap.servers}. */
  public static String bootstrapServers() {
    return Shared.BROKER.bootstrapServers();
  }

  /**
   * Makes a new topic whose name nobody else has.
   *
   * @param name what its name begins with
   * @return its name
   */
  public static String freshTopic(String name, int partitions) {
    String unique = "%s.%d".formatted(name, COUNT.incrementAndGet());
    createTopics(partitions, unique);
    return unique;
  }

  /** Makes topics of these very names; fails when one is there already. */
  public static void createTopics(int partitions, String... names) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      admin
          .createTopics(
              Stream.of(names).map(name -> new NewTopic(name, partitions, (short) 1)).toList())
          .all()
          .get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("could not make the topics " + String.join(", ", names), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were made", e);
    }
  }

  /** Started by the first use. */
  private static final class Shared {

    static final KafkaBroker BROKER = start();

    private static KafkaBroker start() {
      try {
        return KafkaBroker.start(ScratchDirectory.create("kafka"), 0, 0, Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException("the test broker did not start", e);
      }
    }
  }
}
