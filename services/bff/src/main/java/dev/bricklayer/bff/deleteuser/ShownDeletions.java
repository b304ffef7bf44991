package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Received;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Operations that the user service began. Their end may be heard before their beginning: whichever
 * comes first makes the row.
 */
@Component
class ShownDeletions {

  private final Operations operations;

  ShownDeletions(Operations operations) {
    this.operations = operations;
  }

  void begun(Received<?> message, PersonId person) {
    operations.note(NewOperation.aboutPerson(SagaIds.of(message), DeleteUserSaga.MAP, person));
  }

  void ended(
      Received<?> message,
      PersonId person,
      Function<Progress, Decision<Progress, NoCall>> decision) {
    begun(message, person);
    Function<Operation, Decision<Progress, NoCall>> decide =
        operation -> decision.apply(operation.progress());
    operations.end(SagaIds.of(message), decide, () -> {});
  }
}
