package dev.bricklayer.engine.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Answers with what came first: the revision, or the end. */
@Component
class ArbitrateOnAbandonChangeJob implements Reaction<AbandonChangeJob> {

  private final Revisions revisions;

  ArbitrateOnAbandonChangeJob(Revisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public Class<AbandonChangeJob> reactsTo() {
    return AbandonChangeJob.class;
  }

  @Override
  public void react(Received<AbandonChangeJob> message, Outgoing out) {
    AbandonChangeJob command = message.body();
    revisions.end(
        command.botId(),
        command.jobId(),
        SagaIds.of(message),
        out,
        known -> ChangeJobInEngine.onAbandon(known, command));
  }
}
