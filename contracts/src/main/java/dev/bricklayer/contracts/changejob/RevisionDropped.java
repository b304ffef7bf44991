package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link RevisionStored}: the revision is gone, the one before it was never
 * touched; a job that was to be added is not there. Ends the saga.
 *
 * @param refusal why the saga was undone
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record RevisionDropped(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
