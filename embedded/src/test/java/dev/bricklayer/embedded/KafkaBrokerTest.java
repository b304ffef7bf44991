package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  @TempDir static Path directory;

  private static KafkaBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start(directory, 0, 0, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void recordsSurviveAStop() throws Exception {
    KafkaClients.createTopic(broker.bootstrapServers(), "stopped", 1);
    KafkaClients.send(broker.bootstrapServers(), "stopped", "one", "two");
    broker.stop();
    broker.restart();
    KafkaClients.send(broker.bootstrapServers(), "stopped", "three");
    assertThat(KafkaClients.read(broker.bootstrapServers(), "stopped", 3))
        .containsExactly("one", "two", "three");
  }

  @Test
  void recordsSurviveAKill() throws Exception {
    KafkaClients.createTopic(broker.bootstrapServers(), "killed", 1);
    KafkaClients.send(broker.bootstrapServers(), "killed", "one", "two");
    broker.kill();
    broker.restart();
    KafkaClients.send(broker.bootstrapServers(), "killed", "three");
    assertThat(KafkaClients.read(broker.bootstrapServers(), "killed", 3))
        .containsExactly("one", "two", "three");
  }

  @Test
  void noTopicIsMadeByAskingForIt() {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      var description = admin.describeTopics(java.util.List.of("nobody-made-this")).allTopicNames();
      assertThatThrownBy(() -> description.get(60, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void aSecondBrokerOnTheSameDirectoryIsRefused() {
    assertThatThrownBy(() -> KafkaBroker.start(directory, 0, 0, Map.of()))
        .isInstanceOf(DirectoryInUseException.class);
  }
}
