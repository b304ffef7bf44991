package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.saga.SagaMap;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long operations take, and what happens when they take longer.
 *
 * @param answerWithin how long a REST call waits for the end before it answers 202
 * @param dialogWithin how long the submission of a dialog waits before it says "later"
 * @param deadline from the start to the question whether it should still go on
 * @param deletionDeadline the same where there is no way back, from the start until it is asked for
 *     again; what is being sent may take its time to end
 * @param askAgain from one such question to the next
 * @param helpAfter from the deadline until a person should look
 * @param sweepEvery how often each copy looks for what is late
 * @param kept how long an ended operation can be asked about, and its idempotency key is known
 * @param atOnce how many that began in one copy are under way at once; who asks for more is told
 *     "busy" at once
 * @param stuckAfter an operation that has not ended by then does not count among those any more
 */
@ConfigurationProperties("bricklayer.operations")
record OperationSettings(
    @DefaultValue("2500ms") Duration answerWithin,
    @DefaultValue("8s") Duration dialogWithin,
    @DefaultValue("2m") Duration deadline,
    @DefaultValue("10m") Duration deletionDeadline,
    @DefaultValue("15s") Duration askAgain,
    @DefaultValue("10m") Duration helpAfter,
    @DefaultValue("1s") Duration sweepEvery,
    @DefaultValue("30d") Duration kept,
    @DefaultValue("48") int atOnce,
    @DefaultValue("30s") Duration stuckAfter) {

  OperationSettings {
    if (!Stream.of(
            answerWithin,
            dialogWithin,
            deadline,
            deletionDeadline,
            askAgain,
            helpAfter,
            sweepEvery,
            kept,
            stuckAfter)
        .allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException(
          "bricklayer.operations: each duration must be longer than nothing");
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException("bricklayer.operations: at-once must be positive");
    }
  }

  /** From the start of this saga until its initiator acts. */
  Duration deadlineOf(SagaMap saga) {
    return saga.abandon() == null ? deletionDeadline : deadline;
  }

  /** How long somebody waits for an end. */
  Duration of(Patience patience) {
    return switch (patience) {
      case NONE -> Duration.ZERO;
      case CALL -> answerWithin;
      case DIALOG -> dialogWithin;
    };
  }
}
