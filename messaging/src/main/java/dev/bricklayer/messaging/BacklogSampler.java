package dev.bricklayer.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures now and again what waits in the tables. */
final class BacklogSampler {

  private final OutboxRepository outbox;
  private final IntentRepository intents;
  private final KeptDeadLetters deadLetters;
  private final MessagingMetrics metrics;
  private final Duration pause;
  private @Nullable Loop loop;

  BacklogSampler(
      OutboxRepository outbox,
      IntentRepository intents,
      KeptDeadLetters deadLetters,
      MessagingMetrics metrics,
      Duration pause) {
    this.outbox = outbox;
    this.intents = intents;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.pause = pause;
  }

  void start() {
    loop = Loop.every(pause, "messaging-backlog", this::sample);
  }

  void sample() {
    metrics.outboxIs(outbox.backlog());
    metrics.pendingCallsAre(intents.count());
    metrics.deadLettersAre(deadLetters.count());
  }

  void stop() {
    if (loop != null) {
      loop.stop(Duration.ofSeconds(1));
    }
  }
}
