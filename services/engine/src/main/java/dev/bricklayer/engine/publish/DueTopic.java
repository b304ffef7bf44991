package dev.bricklayer.engine.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The engine's own topic, {@value OccurrenceDue#TOPIC}, and how it is written and read. It stands
 * apart from messaging: what goes through it is kept in the ledger, so it needs neither outbox nor
 * inbox.
 */
@Component
public class DueTopic {

  private static final Logger log = LoggerFactory.getLogger(DueTopic.class);
  private static final String GROUP = "engine-delivery";
  private static final int KEPT_MILLIS = 24 * 3600 * 1000;

  private final String bootstrapServers;
  private final Map<String, String> common;
  private final PublishSettings settings;

  DueTopic(Environment environment, PublishSettings settings) {
    this.bootstrapServers = environment.getRequiredProperty("bricklayer.kafka");
    this.common =
        Binder.get(environment)
            .bind("bricklayer.messaging.kafka", Bindable.mapOf(String.class, String.class))
            .orElseGet(Map::of);
    this.settings = settings;
  }

  /**
   * Makes the topic where it is missing.
   *
   * @throws KafkaException when Kafka is away or refuses
   */
  public void make() throws InterruptedException {
    NewTopic topic =
        new NewTopic(OccurrenceDue.TOPIC, Optional.of(settings.partitions()), Optional.empty())
            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(KEPT_MILLIS)));
    Map<String, Object> config = clients();
    config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    try (Admin admin = Admin.create(config)) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case TopicExistsException _ -> log.debug("{} is there already", OccurrenceDue.TOPIC);
        case KafkaException failure -> throw failure;
        case null, default -> throw new KafkaException("the topic could not be made", e);
      }
    }
  }

  /**
   * Nothing lingers: an occurrence leaves at its second. What Kafka does not take soon comes back
   * and is tried again by the publisher, which therefore never waits long for one of them.
   *
   * <p>One request at a time: an empty partition takes any first number, so of two requests to one
   * that has just been made, whose leader was not ready for the first, the second would be taken
   * and the first never more. And what comes in meanwhile leaves together.
   */
  Producer<String, String> producer() {
    Map<String, Object> config = clients();
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "engine-publisher");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /** For the copies that share the deliveries: the partitions of a dead one go on within 10 s. */
  public Map<String, Object> consumer() {
    Map<String, Object> config = clients();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return config;
  }

  private Map<String, Object> clients() {
    Map<String, Object> config = new HashMap<>(common);
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 100);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return config;
  }
}
