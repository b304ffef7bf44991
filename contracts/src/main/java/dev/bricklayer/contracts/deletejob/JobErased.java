package dev.bricklayer.contracts.deletejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * Nothing is left of the job but its tombstone. Ends the saga.
 *
 * @param version of the job's state, which is DELETED
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobErased(BotId botId, JobId jobId, boolean beingSent, long version)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
