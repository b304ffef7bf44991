package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.PostId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a visit to Mattermost taught about an occurrence. */
sealed interface Outcome {

  /** It stands in the channel. */
  record Posted(PostId post) implements Outcome {}

  /** Nothing was posted; again after that long. */
  record Again(Duration after, String why) implements Outcome {}

  /** It may stand in the channel; find out after that long. */
  record Doubtful(Duration lookAfter, String why) implements Outcome {}

  /** What was in doubt was not posted: as good as new. */
  record ProvenAbsent() implements Outcome {}

  /**
   * Nothing was posted, and nothing will be.
   *
   * @param stop what else stands still for the same reason
   */
  record Refused(Stop stop, String why) implements Outcome {}

  /**
   * It may stand in the channel and nobody can find out.
   *
   * @param stop what stands still for the same reason
   */
  record Unknowable(Stop stop, String why) implements Outcome {}

  /** How far a refusal reaches. */
  sealed interface Stop {

    /** What somebody has to mend first; null when the next occurrence may fare better. */
    default @Nullable RefusalCode code() {
      return switch (this) {
        case Nothing _ -> null;
        case Job(var reason) -> reason;
        case Bot(var reason) -> reason;
      };
    }

    /** The job's next occurrence may fare better. */
    record Nothing() implements Stop {}

    /** The job cannot speak there any more. */
    record Job(RefusalCode reason) implements Stop {}

    /** The bot's credentials are refused. */
    record Bot(RefusalCode reason) implements Stop {}
  }
}
