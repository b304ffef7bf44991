package dev.bricklayer.storage.deletejob;

import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;

/** What storage knows of a job that is to go. */
public sealed interface StoredOrGone {

  /** Never heard of. */
  record Unknown(JobId jobId) implements StoredOrGone {}

  /**
   * It is here, whoever has it in hand.
   *
   * @param version of its state
   */
  record Stored(Job job, long version) implements StoredOrGone {}

  /**
   * The tombstone.
   *
   * @param version of the state that said so
   */
  record Gone(JobId jobId, long version) implements StoredOrGone {}
}
