package dev.bricklayer.bff.operation;

import dev.bricklayer.problems.IfMatch;
import java.util.Optional;

/** Which revision of a job a change is made for, where {@code If-Match} says so. */
public final class ExpectedRevision {

  /** No job has it, so a change that is made for it is refused. */
  public static final long NONE = 0;

  private ExpectedRevision() {}

  /**
   * The revision that the caller saw; empty when any is meant.
   *
   * @param current the job's as it is now; {@link #NONE} where there is no job
   */
  public static Optional<Long> of(IfMatch seen, long current) {
    if (!seen.isConditional()) {
      return Optional.empty();
    }
    return Optional.of(seen.admits(IfMatch.tag(current)) ? current : NONE);
  }
}
