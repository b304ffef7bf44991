package dev.bricklayer.constructor.changejob;

import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.changejob.JobMoved;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Leaves the channel in which the job spoke before, if no other job of the bot speaks there. */
@Component
class LeaveChannelsOnJobMoved implements CallingReaction<JobMoved, JobMoved, Done> {

  private final ManagedAccounts accounts;
  private final Clock clock;

  LeaveChannelsOnJobMoved(ManagedAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<JobMoved> reactsTo() {
    return JobMoved.class;
  }

  @Override
  public Class<JobMoved> callType() {
    return JobMoved.class;
  }

  @Override
  public Intent<JobMoved> intend(Received<JobMoved> message, Outgoing out) {
    return new Intent<>(message.body(), clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE));
  }

  @Override
  public Attempt<Done> call(JobMoved event) {
    return accounts.leaveBefore(event.botId(), event.jobId(), event.revision());
  }

  /** Nobody waits for it. */
  @Override
  public void conclude(JobMoved event, Done done, Outgoing out) {}
}
