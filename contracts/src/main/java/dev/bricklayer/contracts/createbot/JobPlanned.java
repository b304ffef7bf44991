package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The pivot: the job fires from now on.
 *
 * @param channel where it speaks
 * @param firstRunAt the first planned instant
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JobPlanned(
    BotId botId, JobId jobId, long revision, PlannedChannel channel, Instant firstRunAt)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
