package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.problems.IfMatch;
import org.jspecify.annotations.Nullable;

/**
 * A job as storage last said it.
 *
 * @param revision the current one
 */
public record JobStatus(long revision, JobState.Status status) {

  /**
   * Refuses to change a job that is not as its person has seen it.
   *
   * @param expected the revision that they saw; absent when any is meant
   * @throws dev.bricklayer.problems.Problem 409 {@code version-conflict}
   */
  public void require(@Nullable Long expected) {
    if (expected != null && expected != revision) {
      throw IfMatch.conflict();
    }
  }
}
