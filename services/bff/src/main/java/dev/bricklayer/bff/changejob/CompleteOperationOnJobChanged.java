package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnJobChanged implements RepeatableReaction<JobChanged> {

  private final EndOfChangeJob end;

  CompleteOperationOnJobChanged(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChanged> reactsTo() {
    return JobChanged.class;
  }

  @Override
  public void react(Received<JobChanged> message) {
    end.changed(message);
  }
}
