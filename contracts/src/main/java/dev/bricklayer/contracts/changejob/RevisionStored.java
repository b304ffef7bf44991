package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A revision waits, not yet current; the job is in this saga's hand.
 *
 * @param mattermostUser Mattermost's id of the requester; absent where the person is linked to
 *     nobody
 * @param change what was asked for, so that a refusal can point to it
 * @param job as it is to be
 * @param paused whether it is to stand still
 * @param changed the parts that differ from the current revision; for a new job all of them
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record RevisionStored(
    BotId botId,
    PersonId requester,
    @Nullable String mattermostUser,
    JobChange change,
    Job job,
    boolean paused,
    Set<JobPart> changed,
    Instant deadline)
    implements Message {

  /** Whether it is one more job. */
  public boolean addsTheJob() {
    return switch (change) {
      case JobChange.Add _ -> true;
      case JobChange.Edit _ -> false;
    };
  }

  /** Whether the job is to speak in a channel where its bot may not be yet. */
  public boolean namesAChannelToJoin() {
    return changed.contains(JobPart.CHANNEL) && job.content().channel().directTo() == null;
  }

  /** Whether it does nothing but make the job stand still. */
  public boolean onlyPauses() {
    return paused && (changed.isEmpty() || changed.equals(Set.of(JobPart.STATUS)));
  }

  @Override
  public String key() {
    return botId.toString();
  }
}
