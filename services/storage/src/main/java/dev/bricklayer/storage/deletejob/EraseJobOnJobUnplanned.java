package dev.bricklayer.storage.deletejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.storage.deletejob.StoredOrGone.Gone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases the job with all its revisions, whatever has it in hand, and leaves the tombstone. */
@Component
class EraseJobOnJobUnplanned implements Reaction<JobUnplanned> {

  private static final Logger log = LoggerFactory.getLogger(EraseJobOnJobUnplanned.class);

  private final StoredOrGoneRepository repository;

  EraseJobOnJobUnplanned(StoredOrGoneRepository repository) {
    this.repository = repository;
  }

  @Override
  public Class<JobUnplanned> reactsTo() {
    return JobUnplanned.class;
  }

  @Override
  public void react(Received<JobUnplanned> message, Outgoing out) {
    JobUnplanned event = message.body();
    StoredOrGone known = repository.lockAndFind(event.botId(), event.jobId());
    Decision<StoredOrGone, NoCall> decided = DeleteJobInStorage.onJobUnplanned(known, event);
    if (!decided.next().equals(known) && decided.next() instanceof Gone gone) {
      repository.bury(event.botId(), gone);
      log.info("job {} is erased (saga {})", event.jobId(), SagaIds.of(message));
    }
    decided.send().forEach(out::send);
  }
}
