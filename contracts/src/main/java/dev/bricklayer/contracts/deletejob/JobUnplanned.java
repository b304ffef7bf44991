package dev.bricklayer.contracts.deletejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * The pivot: the job fires no more, and never will.
 *
 * @param beingSent whether an occurrence was being sent at that moment, which the deletion no
 *     longer reached
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JobUnplanned(BotId botId, JobId jobId, boolean beingSent) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
