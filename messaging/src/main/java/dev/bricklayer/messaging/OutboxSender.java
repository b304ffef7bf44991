package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that empty the outbox. */
final class OutboxSender {

  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

  private final SenderLanes lanes;
  private final Courier courier;
  private final SentMarks marks;
  private final OutboxRecovery recovery;
  private final MessagingMetrics metrics;
  private final Duration patience;
  private @Nullable Running running;

  private record Running(Loop sending, Loop recovering, Loop marking) {}

  OutboxSender(
      SenderLanes lanes,
      Courier courier,
      SentMarks marks,
      OutboxRecovery recovery,
      MessagingMetrics metrics,
      Duration patience) {
    this.lanes = lanes;
    this.courier = courier;
    this.marks = marks;
    this.recovery = recovery;
    this.metrics = metrics;
    this.patience = patience;
  }

  /** Begins, with what an earlier life left. */
  void start() {
    running =
        new Running(
            Loop.start("outbox-sender", this::sendNext),
            Loop.start("outbox-recovery", recovery::step),
            Loop.start("outbox-marks", marks::markNext));
  }

  /** What can be done before the first message for these topics comes. */
  void prepareFor(Collection<String> topics) {
    courier.prepareFor(topics);
  }

  private boolean sendNext() throws InterruptedException {
    return lanes.next().map(this::send).orElse(false);
  }

  private boolean send(SenderLanes.Slot slot) {
    var _ = courier.send(slot.message()).whenComplete((_, failure) -> answered(slot, failure));
    return true;
  }

  private void answered(SenderLanes.Slot slot, @Nullable Throwable failure) {
    if (failure == null) {
      lanes.sent(slot);
      marks.add(slot.message().id());
      metrics.sent();
    } else {
      log.warn(
          "Kafka did not take message {} for topic {}; recovery sends it: {}",
          slot.message().messageId(),
          slot.message().topic(),
          failure.toString());
      lanes.failed(slot);
    }
  }

  /** Sends what is committed, for a while; the rest is for the next start or another copy. */
  void stop() {
    Running was = running;
    if (was == null) {
      return;
    }
    running = null;
    lanes.close();
    was.sending().finish(patience);
    was.recovering().finish(patience);
    courier.close(patience);
    was.marking().stop(patience);
    markTheLast();
  }

  private void markTheLast() {
    try {
      marks.markAll();
    } catch (RuntimeException e) {
      log.warn("What was sent could not be marked and will be sent again: {}", e.toString());
    }
  }
}
