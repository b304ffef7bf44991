package dev.bricklayer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

  @Test
  void aFreshTopicTakesRecords() throws Exception {
    String topic = TestBroker.freshTopic("facts", 3);
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      var sent = producer.send(new ProducerRecord<>(topic, "key", "value"));
      assertThat(sent.get(60, TimeUnit.SECONDS).offset()).isZero();
    }
  }

  @Test
  void aTopicThatIsThereIsNotMadeAgain() {
    TestBroker.createTopics(1, "once");
    assertThatThrownBy(() -> TestBroker.createTopics(1, "once")).hasMessageContaining("once");
  }
}
