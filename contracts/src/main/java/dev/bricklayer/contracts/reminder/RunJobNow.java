package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts a job's reminder once, beside its schedule.
 *
 * @param plannedAt when it was asked for; with the job it names the occurrence, so nobody else's
 *     instant and none of the schedule's may be the same
 * @param directTo Mattermost's id of the person who alone is to see it; absent when it goes to the
 *     job's channel
 */
@On(Topic.ENGINE_JOB_COMMANDS)
public record RunJobNow(BotId botId, JobId jobId, Instant plannedAt, @Nullable String directTo)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
