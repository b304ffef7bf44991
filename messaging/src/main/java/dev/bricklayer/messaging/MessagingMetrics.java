package dev.bricklayer.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that is counted, under {@code messaging.}; the README says what it means. */
final class MessagingMetrics {

  private final MeterRegistry registry;
  private final Counter sent;
  private final Counter recovered;
  private final Counter full;
  private final AtomicLong unsent = new AtomicLong();
  private final AtomicLong oldestMillis = new AtomicLong();
  private final AtomicLong pendingCalls = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();
  private final MultiGauge lag;

  MessagingMetrics(MeterRegistry registry) {
    this.registry = registry;
    sent = outboxSent("lane");
    recovered = outboxSent("recovery");
    full = Counter.builder("messaging.outbox.full").register(registry);
    Gauge.builder("messaging.outbox.unsent", unsent, AtomicLong::get).register(registry);
    Gauge.builder("messaging.outbox.oldest", oldestMillis, millis -> millis.get() / 1000.0)
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("messaging.calls.pending", pendingCalls, AtomicLong::get).register(registry);
    Gauge.builder("messaging.deadletters.kept", deadLetters, AtomicLong::get).register(registry);
    lag = MultiGauge.builder("messaging.consumer.lag").baseUnit("records").register(registry);
  }

  private Counter outboxSent(String way) {
    return Counter.builder("messaging.outbox.sent").tag("way", way).register(registry);
  }

  /** A message reached Kafka from its lane. */
  void sent() {
    sent.increment();
  }

  /** So many messages reached Kafka from the table. */
  void recovered(int messages) {
    recovered.increment(messages);
  }

  /** The lanes had no room. */
  void full() {
    full.increment();
  }

  void outboxIs(OutboxRepository.Backlog backlog) {
    unsent.set(backlog.unsent());
    oldestMillis.set(backlog.oldest().toMillis());
  }

  void pendingCallsAre(long calls) {
    pendingCalls.set(calls);
  }

  void deadLettersAre(long letters) {
    deadLetters.set(letters);
  }

  /** What became of a message that a reaction is there for. */
  void reacted(String type, String outcome, Duration took) {
    Timer.builder("messaging.reactions")
        .tags("type", type, "outcome", outcome)
        .register(registry)
        .record(took);
  }

  void deadLetter(String topic) {
    registry.counter("messaging.deadletters", "topic", topic).increment();
  }

  /** What became of an attempt to call. */
  void called(String type, String outcome, Duration took) {
    Timer.builder("messaging.calls")
        .tags("type", type, "outcome", outcome)
        .register(registry)
        .record(took);
  }

  void observerFailed(String type) {
    registry.counter("messaging.observers.failed", "type", type).increment();
  }

  /** How far the group is behind, in records by topic. */
  void lagIs(Map<String, Long> byTopic) {
    lag.register(
        byTopic.entrySet().stream()
            .map(entry -> MultiGauge.Row.of(Tags.of("topic", entry.getKey()), entry.getValue()))
            .toList(),
        true);
  }
}
