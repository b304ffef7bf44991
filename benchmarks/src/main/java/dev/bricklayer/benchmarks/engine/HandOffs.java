package dev.bricklayer.benchmarks.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Sees when Kafka acknowledged each message, inside the producer of whoever is measured: by
 * whichever way it came there, all are measured alike.
 *
 * <p>A message's instant is the run's where all have the same, else the one in its text: reading it
 * costs a little, so a burst goes without.
 */
public final class HandOffs
    implements ProducerInterceptor<Object, Object>, ConsumerInterceptor<Object, Object> {

  private static final AtomicReference<@Nullable Run> CURRENT = new AtomicReference<>();
  private static final String PLANNED = "planned";
  private static final byte[] FIELD = "\"plannedAt\":\"".getBytes(StandardCharsets.US_ASCII);

  /** Made by Kafka, by name. */
  public HandOffs() {}

  /** How it is named to a producer. */
  static final Map<String, String> PRODUCER_SETTING =
      Map.of("interceptor.classes", HandOffs.class.getName());

  /** One measurement: how late each was, in microseconds. */
  static final class Run {

    private final String topic;
    private final @Nullable Instant due;
    private final long[] micros;
    private final AtomicInteger count = new AtomicInteger();
    private volatile Instant first = Instant.MAX;
    private volatile Instant last = Instant.MIN;

    private Run(String topic, @Nullable Instant due, int most) {
      this.topic = topic;
      this.due = due;
      this.micros = new long[most];
    }

    private void acknowledged(Instant planned) {
      int index = count.getAndIncrement();
      if (index < micros.length) {
        Instant now = Instant.now();
        micros[index] = ChronoUnit.MICROS.between(planned, now);
        last = now;
        if (index == 0) {
          first = now;
        }
      }
    }

    /** From the first message to the last. */
    double perSecond() {
      return perSecondSince(first);
    }

    /** From an instant to the last message. */
    double perSecondSince(Instant begin) {
      return count.get() * 1e6 / ChronoUnit.MICROS.between(begin, last);
    }

    /** Waits for so many; none for so long is a fault of the benchmark. */
    void expect(int messages, Duration patience) throws InterruptedException {
      int before = -1;
      long since = System.nanoTime();
      while (count.get() < messages) {
        Thread.sleep(5);
        if (count.get() != before) {
          before = count.get();
          since = System.nanoTime();
        } else if (System.nanoTime() - since > patience.toNanos()) {
          throw new IllegalStateException(
              "%d of %d on %s, and no more came".formatted(before, messages, topic));
        }
      }
    }

    Lateness lateness() {
      return Lateness.ofMicros(Arrays.copyOf(micros, Math.min(count.get(), micros.length)));
    }
  }

  /** All messages on this topic have this instant. */
  static Run begin(String topic, @Nullable Instant due, int most) {
    Run run = new Run(topic, due, most);
    CURRENT.set(run);
    return run;
  }

  @Override
  public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> message) {
    Run run = CURRENT.get();
    if (run != null && run.due == null && run.topic.equals(message.topic())) {
      message.headers().add(PLANNED, plannedAt(message.value()));
    }
    return message;
  }

  @Override
  public void onAcknowledgement(
      @Nullable RecordMetadata metadata, @Nullable Exception failure, Headers headers) {
    Run run = CURRENT.get();
    if (run == null || failure != null || metadata == null || !run.topic.equals(metadata.topic())) {
      return;
    }
    run.acknowledged(run.due == null ? planned(headers) : run.due);
  }

  private static Instant planned(Headers headers) {
    byte[] text = headers.lastHeader(PLANNED).value();
    return Instant.parse(new String(text, StandardCharsets.US_ASCII));
  }

  /** From the JSON, wherever in it. */
  private static byte[] plannedAt(Object value) {
    byte[] json =
        value instanceof byte[] bytes
            ? bytes
            : value.toString().getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (!Arrays.equals(json, at, at + FIELD.length, FIELD, 0, FIELD.length)) {
      at++;
    }
    int end = at + FIELD.length;
    while (json[end] != '"') {
      end++;
    }
    return Arrays.copyOfRange(json, at + FIELD.length, end);
  }

  /** One setting serves all of the engine's clients: consumers find nothing to do here. */
  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> messages) {
    return messages;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
