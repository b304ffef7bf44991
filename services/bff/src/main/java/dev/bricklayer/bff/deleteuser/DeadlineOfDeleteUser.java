package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfDeleteUser implements Deadline {

  @Override
  public String saga() {
    return DeleteUserSaga.NAME;
  }

  /** The user service asks again by itself. */
  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return Decision.stay(operation.progress());
  }
}
