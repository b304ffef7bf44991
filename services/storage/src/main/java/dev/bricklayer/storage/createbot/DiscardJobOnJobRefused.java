package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Erases credentials and job and leaves the tombstone. */
@Component
class DiscardJobOnJobRefused implements Reaction<JobRefused> {

  private final StoredJobs jobs;

  DiscardJobOnJobRefused(StoredJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Class<JobRefused> reactsTo() {
    return JobRefused.class;
  }

  @Override
  public void react(Received<JobRefused> message, Outgoing out) {
    JobRefused event = message.body();
    jobs.decide(
        event.botId(), message, out, known -> CreateBotInStorage.onJobRefused(known, event));
  }
}
