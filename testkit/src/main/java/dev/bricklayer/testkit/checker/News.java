package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told on Kafka of an occurrence, or of a run of missed ones. A message that came twice is
 * one.
 *
 * @param message its id
 * @param plannedAt of a run the last
 */
public record News(UUID message, UUID job, Instant plannedAt, boolean manual, Word word) {

  /** What was said. */
  public sealed interface Word {

    /** It stands in its channel. */
    record Posted(String postId) implements Word {}

    /** So many in a row were too late, this being the first. */
    record Missed(Instant first, int count) implements Word {}

    /**
     * Nobody tries any more.
     *
     * @param maybePosted whether nobody knows if it stands there
     */
    record Undeliverable(boolean maybePosted, @Nullable String code) implements Word {}
  }

  /** Whether this row is one of those that it speaks of. */
  boolean covers(LedgerRow row) {
    return switch (word) {
      case Word.Missed(var first, var _) ->
          row.state() == LedgerRow.State.MISSED
              && !row.first().isBefore(first)
              && !row.plannedAt().isAfter(plannedAt);
      case Word.Posted _, Word.Undeliverable _ -> row.plannedAt().equals(plannedAt);
    };
  }
}
