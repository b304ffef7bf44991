package dev.bricklayer.bff.changejob;

import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnJobChangeRefused implements RepeatableReaction<JobChangeRefused> {

  private final EndOfChangeJob end;

  UndoOperationOnJobChangeRefused(EndOfChangeJob end) {
    this.end = end;
  }

  @Override
  public Class<JobChangeRefused> reactsTo() {
    return JobChangeRefused.class;
  }

  @Override
  public void react(Received<JobChangeRefused> message) {
    end.refused(message);
  }
}
