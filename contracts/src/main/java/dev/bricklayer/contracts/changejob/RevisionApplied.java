package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pivot: the job is so from now on.
 *
 * @param channel where it speaks
 * @param nextRunAt the next planned instant; absent when there is none
 * @param beingSent whether an occurrence was being sent at that moment, which the change no longer
 *     reached
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record RevisionApplied(
    BotId botId,
    JobId jobId,
    long revision,
    PlannedChannel channel,
    @Nullable Instant nextRunAt,
    boolean beingSent)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
