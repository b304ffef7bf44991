package dev.bricklayer.bff.operation;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long operations take, and what happens when they take longer.
 *
 * @param answerWithin how long a REST call waits for the end before it answers 202
 * @param deadline from the start to the question whether it should still go on
 * @param askAgain from one such question to the next
 * @param helpAfter from the deadline until a person should look
 * @param sweepEvery how often each copy looks for what is late
 * @param kept how long an ended operation can be asked about, and its idempotency key is known
 */
@ConfigurationProperties("bricklayer.operations")
record OperationSettings(
    @DefaultValue("2500ms") Duration answerWithin,
    @DefaultValue("2m") Duration deadline,
    @DefaultValue("15s") Duration askAgain,
    @DefaultValue("10m") Duration helpAfter,
    @DefaultValue("1s") Duration sweepEvery,
    @DefaultValue("30d") Duration kept) {

  OperationSettings {
    if (!Stream.of(answerWithin, deadline, askAgain, helpAfter, sweepEvery, kept)
        .allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException(
          "bricklayer.operations: each duration must be longer than nothing");
    }
  }
}
