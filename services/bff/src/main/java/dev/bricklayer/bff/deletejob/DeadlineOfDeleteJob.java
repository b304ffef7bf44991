package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfDeleteJob implements Deadline {

  @Override
  public String saga() {
    return DeleteJobSaga.NAME;
  }

  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return DeleteJobInBff.onDeadline(operation.progress(), DeleteJobHandler.command(operation));
  }
}
