package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnJobChanged implements Reaction<JobChanged> {

  private final EndOfChangeJob end;

  CompleteOperationOnJobChanged(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChanged> reactsTo() {
    return JobChanged.class;
  }

  @Override
  public void react(Received<JobChanged> message, Outgoing out) {
    end.changed(message);
  }
}
