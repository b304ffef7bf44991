package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * A job of a managed bot speaks elsewhere from now on: the channels that nothing but its earlier
 * revisions needed can be left.
 *
 * @param revision with which it moved
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JobMoved(BotId botId, JobId jobId, long revision) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
