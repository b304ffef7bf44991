package dev.bricklayer.engine.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changejob.JoinRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Leaves the tombstone for a revision whose bot is not let in: from here the saga flows back. */
@Component
class RefuseRevisionOnJoinRefused implements Reaction<JoinRefused> {

  private final Revisions revisions;

  RefuseRevisionOnJoinRefused(Revisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public Class<JoinRefused> reactsTo() {
    return JoinRefused.class;
  }

  @Override
  public void react(Received<JoinRefused> message, Outgoing out) {
    JoinRefused event = message.body();
    revisions.end(
        event.botId(),
        event.jobId(),
        SagaIds.of(message),
        out,
        known -> ChangeJobInEngine.onJoinRefused(known, event));
  }
}
