package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * What a job is, as storage says it.
 *
 * @param version grows with every change; what is older than what a reader has is skipped
 */
@On(Topic.STORAGE_JOB_STATE)
public record JobState(JobId jobId, BotId botId, Job job, Status status, long version)
    implements Message {

  @Override
  public String key() {
    return jobId.toString();
  }

  /** A job's status; DELETED is the tombstone of the state topic. */
  public enum Status {
    PENDING,
    ACTIVE,
    PAUSED,
    DELETING,
    DELETED
  }
}
