package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnJobChangeRefused implements Reaction<JobChangeRefused> {

  private final EndOfChangeJob end;

  UndoOperationOnJobChangeRefused(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChangeRefused> reactsTo() {
    return JobChangeRefused.class;
  }

  @Override
  public void react(Received<JobChangeRefused> message, Outgoing out) {
    end.refused(message);
  }
}
