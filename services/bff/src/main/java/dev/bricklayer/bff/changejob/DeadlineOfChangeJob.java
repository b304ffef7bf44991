package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfChangeJob implements Deadline {

  @Override
  public String saga() {
    return ChangeJobSaga.NAME;
  }

  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return ChangeJobInBff.onDeadline(
        operation.progress(), operation.bot(), Objects.requireNonNull(operation.job()));
  }
}
