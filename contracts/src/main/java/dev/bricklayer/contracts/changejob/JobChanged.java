package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Topic;
import dev.bricklayer.contracts.state.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The revision is current. Ends the saga and carries all there is to say about the job.
 *
 * @param status ACTIVE or PAUSED
 * @param channel where it speaks
 * @param nextRunAt the next planned instant; absent when there is none
 * @param beingSent whether an occurrence was being sent when the revision came into force
 * @param version of the job's state
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobChanged(
    BotId botId,
    Job job,
    JobState.Status status,
    PlannedChannel channel,
    @Nullable Instant nextRunAt,
    boolean beingSent,
    long version)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
