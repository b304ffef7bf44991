package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How this service talks to Kafka. */
final class KafkaClients {

  /** A sending that takes longer is left to recovery. */
  static final Duration DELIVERY = Duration.ofSeconds(15);

  static final int MOST_BYTES = 1024 * 1024;

  private static final int REQUEST_MILLIS = 5_000;
  private static final int RECONNECT_MILLIS = 100;
  private static final int RECONNECT_MOST_MILLIS = 1_000;
  private static final int RECORDS_PER_POLL = 200;

  private final String bootstrapServers;
  private final String group;
  private final MessagingSettings settings;

  KafkaClients(String bootstrapServers, String group, MessagingSettings settings) {
    this.bootstrapServers = bootstrapServers;
    this.group = group;
    this.settings = settings;
  }

  /** The service's name. */
  String group() {
    return group;
  }

  KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  Map<String, Object> producing() {
    Map<String, Object> config = common();
    config.put(ProducerConfig.CLIENT_ID_CONFIG, group);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // The default of 5 ms would be the larger part of a hop.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // An empty partition takes any first number: of two requests to one that has just been made,
    // whose leader was not ready for the first, the second would be taken and the first never more.
    // And what comes in while one is under way leaves together.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    return config;
  }

  /** For a member of the service's group. */
  Map<String, Object> groupConsumer() {
    Map<String, Object> config = reading();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) settings.sessionTimeout().toMillis());
    config.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        (int) settings.sessionTimeout().dividedBy(4).toMillis());
    return config;
  }

  /** A consumer without a group. */
  KafkaConsumer<byte[], byte[]> observer() {
    Map<String, Object> config = reading();
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-observer");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> reading() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
    return config;
  }

  Admin admin() {
    Map<String, Object> config = common();
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, group + "-admin");
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    return Admin.create(config);
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new HashMap<>(settings.kafka());
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MILLIS);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MOST_MILLIS);
    return config;
  }
}
