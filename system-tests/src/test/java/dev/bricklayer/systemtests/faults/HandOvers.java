package dev.bricklayer.systemtests.faults;

import dev.bricklayer.engine.publish.OccurrenceDue;
import dev.bricklayer.testkit.TopicContents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When occurrences were handed over to Kafka, by the broker's clock: what the engines' own clocks
 * say of a leader that stood still is no proof.
 */
final class HandOvers {

  private final String bootstrapServers;

  private HandOvers(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Whatever is handed over from now on bears the time at which the broker took it. */
  static HandOvers watch(String bootstrapServers) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, OccurrenceDue.TOPIC);
    ConfigEntry byTheBroker =
        new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(byTheBroker, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
    return new HandOvers(bootstrapServers);
  }

  /** How long after its instant each job's only occurrence was handed over the first time. */
  Map<UUID, Duration> lateness() {
    Map<UUID, Duration> lateness = new HashMap<>();
    TopicContents.read(bootstrapServers, OccurrenceDue.TOPIC, record -> note(record, lateness));
    return lateness;
  }

  private static void note(ConsumerRecord<String, byte[]> record, Map<UUID, Duration> lateness) {
    JsonNode due = JsonMapper.shared().readTree(record.value());
    Instant plannedAt = Instant.parse(due.path("plannedAt").asString());
    Duration late = Duration.between(plannedAt, Instant.ofEpochMilli(record.timestamp()));
    lateness.merge(
        UUID.fromString(due.path("jobId").asString()), late, (a, b) -> a.compareTo(b) < 0 ? a : b);
  }
}
