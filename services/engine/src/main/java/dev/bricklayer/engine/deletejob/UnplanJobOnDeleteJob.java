package dev.bricklayer.engine.deletejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Gone;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Planned;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Unknown;
import dev.bricklayer.engine.planning.JobPlans;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the pivot: nothing of the job is sent from now on that is not being sent already. */
@Component
class UnplanJobOnDeleteJob implements Reaction<DeleteJob> {

  private static final Logger log = LoggerFactory.getLogger(UnplanJobOnDeleteJob.class);

  private final TransactionLocks locks;
  private final JobPlans jobs;

  UnplanJobOnDeleteJob(TransactionLocks locks, JobPlans jobs) {
    this.locks = locks;
    this.jobs = jobs;
  }

  @Override
  public Class<DeleteJob> reactsTo() {
    return DeleteJob.class;
  }

  @Override
  public void react(Received<DeleteJob> message, Outgoing out) {
    DeleteJob command = message.body();
    locks.lock("bot", command.botId().value());
    PlannedOrGone known = known(command);
    Decision<PlannedOrGone, NoCall> decided = DeleteJobInEngine.onDeleteJob(known, command);
    if (!decided.next().equals(known) && decided.next() instanceof Gone gone) {
      if (known instanceof Planned(var now)) {
        jobs.remove(command.jobId(), now);
      }
      jobs.bury(command.botId(), command.jobId(), gone.beingSent());
      log.info("job {} fires no more (saga {})", command.jobId(), SagaIds.of(message));
    }
    decided.send().forEach(out::send);
  }

  private PlannedOrGone known(DeleteJob command) {
    if (jobs.isDeleted(command.jobId())) {
      return new Gone(command.jobId(), jobs.wasBeingSent(command.jobId()));
    }
    return jobs.lock(command.botId(), command.jobId())
        .<PlannedOrGone>map(Planned::new)
        .orElseGet(() -> new Unknown(command.jobId()));
  }
}
