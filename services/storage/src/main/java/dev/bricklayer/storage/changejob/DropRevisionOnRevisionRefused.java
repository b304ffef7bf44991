package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Drops the revision that waits and leaves the tombstone. */
@Component
class DropRevisionOnRevisionRefused implements Reaction<RevisionRefused> {

  private final KnownChanges changes;

  DropRevisionOnRevisionRefused(KnownChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<RevisionRefused> reactsTo() {
    return RevisionRefused.class;
  }

  @Override
  public void react(Received<RevisionRefused> message, Outgoing out) {
    RevisionRefused event = message.body();
    changes.decide(
        event.botId(),
        event.jobId(),
        message,
        out,
        known -> ChangeJobInStorage.onRevisionRefused(known, event));
  }
}
