package dev.bricklayer.engine.publish;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Hands records to Kafka, with another producer when one is refused more than a retry helps: some
 * failures, such as a log-in refused once, a producer never gets over.
 */
final class DueProducer {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Supplier<Producer<String, String>> made;
  private Producer<String, String> current;
  private boolean closed;

  DueProducer(Supplier<Producer<String, String>> made) {
    this.made = made;
    this.current = made.get();
  }

  /**
   * Learns where this topic is.
   *
   * @throws KafkaException when Kafka does not tell
   */
  void prepareFor(String topic) {
    current().partitionsFor(topic);
  }

  /**
   * @param answer hears nothing when Kafka has it, and otherwise why not
   * @throws KafkaException when it cannot even be taken in
   * @throws IllegalStateException when its producer was closed meanwhile
   */
  void send(ProducerRecord<String, String> record, Consumer<@Nullable Exception> answer) {
    Producer<String, String> used = current();
    try {
      var _ =
          used.send(
              record,
              (_, failure) -> {
                if (failure != null) {
                  replaceAfter(failure, used);
                }
                answer.accept(failure);
              });
    } catch (KafkaException | IllegalStateException e) {
      replaceAfter(e, used);
      throw e;
    }
  }

  private synchronized void replaceAfter(Exception failure, Producer<String, String> used) {
    boolean passes = failure instanceof RetriableException || failure instanceof InterruptException;
    if (!passes && !closed && used.equals(current)) {
      current = made.get();
      // Not on this thread, which may be the producer's own.
      Thread.ofVirtual().name("engine-publisher-close").start(() -> used.close(CLOSING));
    }
  }

  void flush() {
    current().flush();
  }

  /** What it gives up in doing so is answered and brings no other producer. */
  void close(Duration atMost) {
    last().close(atMost);
  }

  private synchronized Producer<String, String> last() {
    closed = true;
    return current;
  }

  private synchronized Producer<String, String> current() {
    return current;
  }
}
