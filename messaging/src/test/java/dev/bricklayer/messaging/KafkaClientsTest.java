package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How messages leave for Kafka. */
class KafkaClientsTest {

  private static final MessagingSettings SETTINGS =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("bricklayer.messaging", MessagingSettings.class);

  /** Of two under way to a fresh partition the second could be taken, and the first never more. */
  @Test
  void oneRequestIsUnderWayAtATime() {
    Map<String, Object> config = new KafkaClients("localhost:9", "group", SETTINGS).producing();
    assertThat(config)
        .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all");
  }
}
