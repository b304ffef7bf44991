package dev.bricklayer.bff.deletejob;

import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnJobErased implements RepeatableReaction<JobErased> {

  private final EndOfDeleteJob end;

  CompleteOperationOnJobErased(EndOfDeleteJob end) {
    this.end = end;
  }

  @Override
  public Class<JobErased> reactsTo() {
    return JobErased.class;
  }

  @Override
  public void react(Received<JobErased> message) {
    end.erased(message);
  }
}
