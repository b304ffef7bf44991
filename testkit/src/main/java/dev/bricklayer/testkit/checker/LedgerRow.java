package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the engine's ledger, as far as the checker looks at it.
 *
 * @param plannedAt of a run of missed instants the last
 * @param missedFrom of such a run the first; null for a row of one instant
 * @param count how many instants it stands for
 * @param takenAt since when it was being sent; null when it never was
 * @param finalAt when it ended; null while it is under way
 */
public record LedgerRow(
    UUID job,
    Instant plannedAt,
    State state,
    @Nullable Instant missedFrom,
    int count,
    @Nullable Instant takenAt,
    @Nullable Instant finalAt,
    @Nullable String postId,
    @Nullable String reason) {

  /** As the ledger has it. */
  public enum State {
    READY,
    SENDING,
    RETRY,
    SENT,
    MISSED,
    SUPERSEDED,
    CANCELLED,
    FAILED,
    UNKNOWN;

    /** Whether its end is news to anybody. */
    boolean isTold() {
      return switch (this) {
        case SENT, MISSED, FAILED, UNKNOWN -> true;
        case READY, SENDING, RETRY, SUPERSEDED, CANCELLED -> false;
      };
    }

    /** Whether a change ended it. */
    boolean isTakenBack() {
      return this == SUPERSEDED || this == CANCELLED;
    }
  }

  /** A row of one instant that ended so, at that time. */
  public static LedgerRow ended(UUID job, Instant plannedAt, State state, Instant finalAt) {
    return new LedgerRow(job, plannedAt, state, null, 1, null, finalAt, null, "for a reason");
  }

  /** A row of one instant that became this post. */
  public static LedgerRow sent(UUID job, Instant plannedAt, Instant takenAt, String postId) {
    return new LedgerRow(job, plannedAt, State.SENT, null, 1, takenAt, takenAt, postId, null);
  }

  /** A run of missed instants. */
  public static LedgerRow run(UUID job, Instant first, Instant last, int count, Instant finalAt) {
    return new LedgerRow(job, last, State.MISSED, first, count, null, finalAt, null, null);
  }

  boolean isRun() {
    return missedFrom != null;
  }

  boolean isUnderWay() {
    return state == State.READY || state == State.SENDING || state == State.RETRY;
  }

  /** The first instant that it stands for. */
  Instant first() {
    return missedFrom == null ? plannedAt : missedFrom;
  }

  boolean covers(Instant instant) {
    return !instant.isBefore(first()) && !instant.isAfter(plannedAt);
  }
}
