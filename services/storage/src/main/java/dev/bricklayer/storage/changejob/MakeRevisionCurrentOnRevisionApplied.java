package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Makes the revision current: the engine fires by it already. */
@Component
class MakeRevisionCurrentOnRevisionApplied implements Reaction<RevisionApplied> {

  private final KnownChanges changes;

  MakeRevisionCurrentOnRevisionApplied(KnownChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<RevisionApplied> reactsTo() {
    return RevisionApplied.class;
  }

  @Override
  public void react(Received<RevisionApplied> message, Outgoing out) {
    RevisionApplied event = message.body();
    changes.decide(
        event.botId(),
        event.jobId(),
        message,
        out,
        known -> ChangeJobInStorage.onRevisionApplied(known, event, changes.isHere(event.botId())));
  }
}
