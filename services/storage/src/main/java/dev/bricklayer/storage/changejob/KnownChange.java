package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;

/** What storage knows of one change of a job. */
public sealed interface KnownChange {

  /** Never heard of. */
  record Unknown() implements KnownChange {}

  /**
   * Its revision waits, and the job is in its hand.
   *
   * @param job as it is to be
   * @param paused whether it is to stand still
   * @param added whether the change makes the job
   * @param version of the job's state as it is
   */
  record Waiting(BotId botId, Job job, boolean paused, boolean added, long version)
      implements KnownChange {}

  /** Its revision came into force; others may have followed. */
  record Current(JobId jobId) implements KnownChange {}

  /** The tombstone: it never comes into force, whatever arrives later. */
  record Dropped(JobId jobId, Refusal refusal) implements KnownChange {}
}
