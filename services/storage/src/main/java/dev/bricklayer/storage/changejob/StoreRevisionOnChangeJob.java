package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Keeps the new revision, not yet current, and takes the job in hand. */
@Component
class StoreRevisionOnChangeJob implements Reaction<ChangeJob> {

  private final KnownChanges changes;
  private final JobQuota quota;

  StoreRevisionOnChangeJob(KnownChanges changes, JobQuota quota) {
    this.changes = changes;
    this.quota = quota;
  }

  @Override
  public Class<ChangeJob> reactsTo() {
    return ChangeJob.class;
  }

  @Override
  public void react(Received<ChangeJob> message, Outgoing out) {
    ChangeJob command = message.body();
    changes.decide(
        command.botId(),
        command.jobId(),
        message,
        out,
        known ->
            ChangeJobInStorage.onChangeJob(known, command, changes.look(command), quota.jobs()));
  }
}
