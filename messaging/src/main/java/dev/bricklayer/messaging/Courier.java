package dev.bricklayer.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to Kafka. Its producer is made when it is prepared or first needed: Kafka may be
 * away.
 */
final class Courier {

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final KafkaClients kafka;
  private @Nullable Producer<byte[], byte[]> producer;

  Courier(KafkaClients kafka) {
    this.kafka = kafka;
  }

  /**
   * Makes the producer and has it learn where these topics are, so that the first message waits for
   * neither.
   *
   * @throws KafkaException when Kafka does not tell
   */
  void prepareFor(Collection<String> topics) {
    Producer<byte[], byte[]> prepared = producer();
    topics.forEach(prepared::partitionsFor);
  }

  /** Done when all replicas have it; failed when Kafka did not take it in time. */
  CompletableFuture<Void> send(OutboxMessage message) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    try {
      Producer<byte[], byte[]> used = producer();
      var _ = used.send(record(message), (metadata, failure) -> answered(used, failure, answer));
    } catch (KafkaException | IllegalStateException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private void answered(
      Producer<byte[], byte[]> used, @Nullable Exception failure, CompletableFuture<Void> answer) {
    if (failure == null) {
      answer.complete(null);
      return;
    }
    if (Fault.of(failure) != Fault.PASSING) {
      replace(used);
    }
    answer.completeExceptionally(failure);
  }

  /** Some failures a producer never gets over; a new one costs little. */
  private synchronized void replace(Producer<byte[], byte[]> broken) {
    if (broken.equals(producer)) {
      producer = null;
      Thread.ofVirtual().name("outbox-producer-close").start(() -> broken.close(CLOSING));
    }
  }

  private static ProducerRecord<byte[], byte[]> record(OutboxMessage message) {
    String key = message.key();
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(
            message.topic(),
            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
            message.payload());
    message
        .headers()
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return sent;
  }

  private synchronized Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> made = producer;
    if (made == null) {
      made = kafka.producer();
      producer = made;
    }
    return made;
  }

  synchronized void close(Duration atMost) {
    if (producer != null) {
      producer.close(atMost);
      producer = null;
    }
  }
}
