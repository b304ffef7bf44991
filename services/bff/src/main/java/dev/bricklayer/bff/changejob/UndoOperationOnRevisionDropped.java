package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnRevisionDropped implements Reaction<RevisionDropped> {

  private final EndOfChangeJob end;

  UndoOperationOnRevisionDropped(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<RevisionDropped> reactsTo() {
    return RevisionDropped.class;
  }

  @Override
  public void react(Received<RevisionDropped> message, Outgoing out) {
    end.dropped(message);
  }
}
