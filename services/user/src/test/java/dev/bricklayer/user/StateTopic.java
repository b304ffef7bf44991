package dev.bricklayer.user;

import dev.bricklayer.contracts.Topic;
import dev.bricklayer.testkit.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other services hear of accounts. */
final class StateTopic implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

  StateTopic() {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestBroker.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    String topic = Topic.USER_ACCOUNT_STATE.wireName();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What is said about a person, once at least so many states of theirs have arrived. */
  List<JsonNode> statesOf(UUID person, int atLeast) {
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (of(person).size() < atLeast && System.nanoTime() < limit) {
      consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
    }
    return of(person);
  }

  private List<JsonNode> of(UUID person) {
    return heard.stream()
        .filter(it -> it.key().equals(person.toString()))
        .map(it -> JSON.readTree(it.value()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
