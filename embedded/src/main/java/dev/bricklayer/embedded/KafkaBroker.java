package dev.bricklayer.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, broker and controller in one node) inside this process, with its data
 * in one directory. It listens on the loopback address only and makes no topics by itself. After a
 * crash it comes back in such a way that no consumer gets stuck.
 *
 * <p>Kafka does not force every record to the disk: what was acknowledged survives the death of the
 * process, not that of the machine.
 *
 * <p>A fault that Kafka holds to be fatal halts the process, as it does in a broker of its own.
 */
public final class KafkaBroker implements AutoCloseable {

  static final int NODE_ID = 1;

  /** One node, few threads, little memory, and quick to come back. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("node.id", Integer.toString(NODE_ID)),
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          Map.entry("inter.broker.listener.name", "BROKER"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // A group that forms has nobody else to wait for.
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // After a crash the controller takes the dead broker as alive for that long.
          Map.entry("broker.session.timeout.ms", "1500"),
          Map.entry("broker.heartbeat.interval.ms", "300"),
          // Short logs of offsets load at once: half of the cure against stuck consumers.
          Map.entry("offsets.topic.segment.bytes", "1048576"),
          Map.entry("log.cleaner.backoff.ms", "1000"),
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          Map.entry("log.cleaner.io.buffer.size", "131072"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("num.recovery.threads.per.data.dir", "2"));

  private final DirectoryLock lock;
  private final KafkaConfig config;
  private final int port;
  private @Nullable KafkaNode node;

  private KafkaBroker(DirectoryLock lock, KafkaConfig config, int port) {
    this.lock = lock;
    this.config = config;
    this.port = port;
  }

  /**
   * Starts a broker on a directory and returns when clients can use it. A missing or empty
   * directory becomes a new, empty broker.
   *
   * @param port where clients connect; 0 for any free port
   * @param controllerPort where the controller listens; 0 for any free port
   * @param overrides settings of Kafka that replace the ones chosen here
   * @throws DirectoryInUseException when another instance runs on this directory
   * @throws IOException when the directory cannot be written
   */
  public static KafkaBroker start(
      Path directory, int port, int controllerPort, Map<String, String> overrides)
      throws IOException {
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      Path logs = logs(directory);
      int chosen = FreePort.orAny(port);
      format(logs);
      var config =
          new KafkaConfig(
              settings(logs, chosen, FreePort.orAnyBut(chosen, controllerPort), overrides), false);
      var broker = new KafkaBroker(lock, config, chosen);
      broker.restart();
      return broker;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The address for clients, the same after every restart. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops it in order. It can be {@linkplain #restart() restarted}. */
  public synchronized void stop() {
    if (node != null) {
      node.stop();
      node = null;
    }
  }

  /**
   * Ends it as much like a crash as is possible inside a living process, for tests of faults:
   * clients lose their connections, nobody tells the controller, and the next start recovers the
   * logs.
   */
  public synchronized void kill() throws IOException {
    if (node != null) {
      node.kill();
      node = null;
    }
  }

  /** Starts it again after {@link #stop()} or {@link #kill()}: same ports, same data. */
  public synchronized void restart() {
    stop();
    node = KafkaNode.start(config);
  }

  @Override
  public synchronized void close() throws IOException {
    stop();
    lock.close();
  }

  static Path logs(Path directory) {
    return directory.toAbsolutePath().resolve("logs");
  }

  static Map<String, String> settings(
      Path logs, int port, int controllerPort, Map<String, String> overrides) {
    Map<String, String> all = new TreeMap<>(SETTINGS);
    all.put("log.dirs", logs.toString());
    all.put(
        "listeners",
        "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    all.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE_ID, controllerPort));
    all.putAll(overrides);
    return all;
  }

  /** What {@code kafka-storage.sh format} does; a formatted directory keeps its cluster's id. */
  private static void format(Path logs) throws IOException {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logs);
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs.toString())
          .addDirectory(logs.toString())
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("could not format %s for Kafka".formatted(logs), e);
    }
  }
}
