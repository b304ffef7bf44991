package dev.bricklayer.constructor.deletejob;

import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leaves the channel in which the job spoke, if it was a managed bot's and no other job of the bot
 * speaks there.
 */
@Component
class LeaveChannelOnJobErased implements CallingReaction<JobErased, JobErased, Done> {

  private final ManagedAccounts accounts;
  private final Clock clock;

  LeaveChannelOnJobErased(ManagedAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<JobErased> reactsTo() {
    return JobErased.class;
  }

  @Override
  public Class<JobErased> callType() {
    return JobErased.class;
  }

  @Override
  public @Nullable Intent<JobErased> intend(Received<JobErased> message, Outgoing out) {
    JobErased event = message.body();
    return accounts.isManaged(event.botId())
        ? new Intent<>(event, clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE))
        : null;
  }

  @Override
  public Attempt<Done> call(JobErased event) {
    return accounts.leave(event.botId(), event.jobId());
  }

  /** Nobody waits for it. */
  @Override
  public void conclude(JobErased event, Done done, Outgoing out) {}
}
