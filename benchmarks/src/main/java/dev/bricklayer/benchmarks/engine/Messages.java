package dev.bricklayer.benchmarks.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What everybody hands over: the same text to a topic like the engine's own, through a producer
 * with the engine's settings.
 */
final class Messages implements AutoCloseable {

  private final String topic;
  private final KafkaProducer<String, byte[]> producer;

  Messages(String topic, String kafka) {
    this.topic = topic;
    Map<String, Object> config = new HashMap<>(HandOffs.PRODUCER_SETTING);
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  String topic() {
    return topic;
  }

  /** Sends, and does not wait. */
  Future<RecordMetadata> send(String job, String bot, Instant plannedAt) {
    String text =
        "{\"jobId\":\"" + job + "\",\"botId\":\"" + bot + "\",\"plannedAt\":\"" + plannedAt + "\"}";
    return producer.send(
        new ProducerRecord<>(topic, bot, text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Returns when Kafka has it: only then is a job done, or it would be lost with this process. */
  void hand(String job, String bot, Instant plannedAt) {
    try {
      send(job, bot, plannedAt).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was waited for", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a message", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
