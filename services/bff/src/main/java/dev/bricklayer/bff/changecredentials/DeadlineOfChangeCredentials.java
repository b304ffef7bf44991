package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.operation.Deadline;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import org.springframework.stereotype.Component;

@Component
class DeadlineOfChangeCredentials implements Deadline {

  @Override
  public String saga() {
    return ChangeCredentialsSaga.NAME;
  }

  @Override
  public Decision<Progress, NoCall> onDeadline(Operation operation) {
    return ChangeCredentialsInBff.onDeadline(operation.progress(), operation.bot());
  }
}
