package dev.bricklayer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a combined node: controller and broker, from start to stop.
 *
 * <p>It is put together from the parts of Kafka's own {@code KafkaRaftServer}, because that one
 * starts both at once. After a crash the controller takes the broker's dead incarnation as alive
 * until its session has timed out. A broker that starts before then sees itself fenced and
 * unfenced, loads the logs of offsets twice, and the older load may complete the newer one while it
 * is still empty: groups hang for minutes. So here the broker starts when its dead incarnation is
 * gone.
 */
final class KafkaNode {

  private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);
  private static final Duration FENCING_PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final KafkaConfig config;
  private final ControllerServer controller;
  private final BrokerServer broker;

  private KafkaNode(KafkaConfig config, ControllerServer controller, BrokerServer broker) {
    this.config = config;
    this.controller = controller;
    this.broker = broker;
  }

  static KafkaNode start(KafkaConfig config) {
    var storage = KafkaRaftServer.initializeLogDirs(config, log, "");
    Metrics metrics =
        Server.initializeMetrics(config, Time.SYSTEM, storage._1().clusterId().orElseThrow());
    var shared =
        new SharedServer(
            config,
            storage._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    var broker = new BrokerServer(shared);
    var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
    var node = new KafkaNode(config, controller, broker);
    node.start();
    return node;
  }

  private void start() {
    try {
      controller.startup();
      awaitEndOfDeadIncarnation();
      broker.startup();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  void stop() {
    broker.shutdown();
    controller.shutdown();
  }

  /**
   * The controller goes first, so that the broker cannot take its leave and stays registered; then
   * the mark of a clean stop is taken away. Both is what a crash leaves behind.
   */
  void kill() throws IOException {
    broker.socketServer().stopProcessingRequests();
    controller.shutdown();
    broker.shutdown(Duration.ZERO);
    for (String directory : config.logDirs()) {
      Files.deleteIfExists(Path.of(directory, ".kafka_cleanshutdown"));
    }
  }

  private void awaitEndOfDeadIncarnation() {
    long start = System.nanoTime();
    while (mayTakeTheDeadAsAlive()) {
      if (System.nanoTime() - start > FENCING_PATIENCE.toNanos()) {
        log.warn(
            "Kafka's controller takes the last run of the broker as alive after {}; starting anyway,"
                + " consumers may need up to five minutes to get records",
            FENCING_PATIENCE);
        return;
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  /** True, too, until the controller has read what the last run left. */
  private boolean mayTakeTheDeadAsAlive() {
    MetadataImage image = controller.metadataCache().currentImage();
    return image.isEmpty() || controller.metadataCache().hasAliveBroker(config.nodeId());
  }
}
