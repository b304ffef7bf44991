package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.LedgerRow.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise that was broken at one occurrence. */
public sealed interface Finding {

  UUID job();

  Instant plannedAt();

  /** It was due, and nothing became of it: no post, no word in the ledger. */
  record Missing(UUID job, Instant plannedAt) implements Finding {}

  /** It was posted more than once. */
  record Doubled(UUID job, Instant plannedAt, List<String> posts) implements Finding {}

  /** It was taken, or posted, before its instant. */
  record Early(UUID job, Instant plannedAt, Instant at) implements Finding {}

  /** It was posted later than was allowed. */
  record Late(UUID job, Instant plannedAt, Instant at) implements Finding {}

  /** It was posted although it was not due: never, or not any more. */
  record Unwanted(UUID job, Instant plannedAt) implements Finding {}

  /** It should be over and is not. */
  record Unsettled(UUID job, Instant plannedAt, State state) implements Finding {}

  /** It says what no version of the job said while it was being sent. */
  record WrongText(UUID job, Instant plannedAt, String said, Set<String> meant)
      implements Finding {}

  /** It stands where no version of the job spoke while it was being sent. */
  record WrongChannel(UUID job, Instant plannedAt, String in, Set<String> meant)
      implements Finding {}

  /**
   * Ledger and Mattermost contradict each other.
   *
   * @param state null where the ledger has no row
   * @param posts what stands in Mattermost
   */
  record Contradiction(UUID job, Instant plannedAt, @Nullable State state, List<String> posts)
      implements Finding {}

  /** It ended without a post, and nothing that was acknowledged, and no rule, says why. */
  record Unexplained(UUID job, Instant plannedAt, State state) implements Finding {}

  /** A run of missed instants that counts others than were due. */
  record Miscounted(UUID job, Instant plannedAt, int counted, Set<Integer> due)
      implements Finding {}

  /** It was run beside its schedule, and nobody had asked for that. */
  record Unasked(UUID job, Instant plannedAt) implements Finding {}

  /** It ended, and nobody was told. */
  record Untold(UUID job, Instant plannedAt, State state) implements Finding {}

  /** Its end was told more than once. */
  record ToldTwice(UUID job, Instant plannedAt, long times) implements Finding {}

  /**
   * What was told is not what the ledger has.
   *
   * @param state null where the ledger has no row
   */
  record ToldWrongly(UUID job, Instant plannedAt, @Nullable State state, News.Word told)
      implements Finding {}
}
