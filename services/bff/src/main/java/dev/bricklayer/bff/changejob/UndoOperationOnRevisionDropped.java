package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnRevisionDropped implements RepeatableReaction<RevisionDropped> {

  private final EndOfChangeJob end;

  UndoOperationOnRevisionDropped(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<RevisionDropped> reactsTo() {
    return RevisionDropped.class;
  }

  @Override
  public void react(Received<RevisionDropped> message) {
    end.dropped(message);
  }
}
