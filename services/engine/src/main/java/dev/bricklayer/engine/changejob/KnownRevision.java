package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.changejob.RevisionApplied;

/** What the engine knows of one change of a job. */
public sealed interface KnownRevision {

  /** Never heard of. */
  record Unknown() implements KnownRevision {}

  /** Constructor is to let its bot into the channel. */
  record Joining(JobId jobId) implements KnownRevision {}

  /**
   * Its channel is being looked at.
   *
   * @param joined whether constructor has let the bot in
   */
  record Checking(JobId jobId, boolean joined) implements KnownRevision {}

  /** The pivot was taken: the job fires by it, or by one that followed. */
  record Applied(RevisionApplied answer) implements KnownRevision {}

  /**
   * The tombstone: it never comes into force, whatever arrives later.
   *
   * @param joined whether constructor was asked to let the bot in, and has to take that back
   */
  record Gone(JobId jobId, Refusal refusal, boolean joined) implements KnownRevision {}
}
