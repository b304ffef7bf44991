package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Makes the job current: the engine fires it already. */
@Component
class ActivateJobOnJobPlanned implements Reaction<JobPlanned> {

  private final StoredJobs jobs;

  ActivateJobOnJobPlanned(StoredJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Class<JobPlanned> reactsTo() {
    return JobPlanned.class;
  }

  @Override
  public void react(Received<JobPlanned> message, Outgoing out) {
    JobPlanned event = message.body();
    jobs.decide(
        event.botId(), message, out, known -> CreateBotInStorage.onJobPlanned(known, event));
  }
}
