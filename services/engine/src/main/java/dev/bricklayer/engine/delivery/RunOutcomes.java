package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.ledger.OccurrenceState;
import org.jspecify.annotations.Nullable;

/** What the others hear of a final state. */
final class RunOutcomes {

  private RunOutcomes() {}

  /** Null for what is no run of the job: not final, or taken back by whoever changed the job. */
  static RunState.@Nullable Outcome of(OccurrenceState state) {
    return switch (state) {
      case SENT -> RunState.Outcome.SENT;
      case MISSED -> RunState.Outcome.MISSED;
      case FAILED -> RunState.Outcome.FAILED;
      case UNKNOWN -> RunState.Outcome.UNKNOWN;
      case READY, SENDING, RETRY, SUPERSEDED, CANCELLED -> null;
    };
  }
}
