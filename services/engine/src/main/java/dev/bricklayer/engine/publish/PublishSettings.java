package dev.bricklayer.engine.publish;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How occurrences are handed over to Kafka.
 *
 * @param partitions how many the topic has that is made; fixed from then on
 * @param mostArmed beyond so many that wait in memory nothing more is claimed; when absent, as many
 *     as fit into a fifth of the heap, and 500,000 at most
 * @param again how long to wait after Kafka did not take one
 * @param markEvery how often what was published is marked in the ledger
 */
@Validated
@ConfigurationProperties("bricklayer.engine.publish")
record PublishSettings(
    @Min(1) @DefaultValue("12") int partitions,
    @Min(1) @Nullable Integer mostArmed,
    @NotNull @DefaultValue("500ms") Duration again,
    @NotNull @DefaultValue("1s") Duration markEvery) {

  /** What one takes, with its message, on a heap with compressed pointers; rounded up. */
  private static final int BYTES = 400;

  private static final int MOST = 500_000;
  private static final int SHARE = 5;

  /** How many may wait in a heap of that size. */
  int mostArmedIn(long heapBytes) {
    return mostArmed == null ? (int) Math.min(MOST, heapBytes / SHARE / BYTES) : mostArmed;
  }
}
