package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.changejob.RevisionApplied;

/** What the engine knows of one change of a job. */
public sealed interface KnownRevision {

  /** Never heard of. */
  record Unknown() implements KnownRevision {}

  /** Its channel is being looked at. */
  record Checking(JobId jobId) implements KnownRevision {}

  /** The pivot was taken: the job fires by it, or by one that followed. */
  record Applied(RevisionApplied answer) implements KnownRevision {}

  /** The tombstone: it never comes into force, whatever arrives later. */
  record Gone(JobId jobId, Refusal refusal) implements KnownRevision {}
}
