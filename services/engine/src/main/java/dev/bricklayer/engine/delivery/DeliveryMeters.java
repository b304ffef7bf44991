package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.OccurrenceState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What delivery counts. */
@Component
class DeliveryMeters {

  private final MeterRegistry meters;
  private final Timer lateness;

  DeliveryMeters(MeterRegistry meters) {
    this.meters = meters;
    this.lateness =
        Timer.builder("bricklayer.engine.post.lateness")
            .description("from the planned instant to the answer that it was posted")
            .publishPercentileHistogram()
            .register(meters);
  }

  void ended(OccurrenceState state, int count) {
    meters.counter("bricklayer.engine.occurrences", "state", state.name()).increment(count);
  }

  void posted(Duration late) {
    lateness.record(late);
  }

  void triedAgain() {
    meters.counter("bricklayer.engine.retries").increment();
  }

  void doubted() {
    meters.counter("bricklayer.engine.doubts").increment();
  }

  void unreadable() {
    meters.counter("bricklayer.engine.due.unreadable").increment();
  }
}
