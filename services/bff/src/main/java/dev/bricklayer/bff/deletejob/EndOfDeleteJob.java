package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** What the closing event of delete-job means here, in every copy and in the shared group. */
@Component
class EndOfDeleteJob {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfDeleteJob(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void erased(Received<JobErased> message) {
    operations.end(
        SagaIds.of(message),
        operation -> DeleteJobInBff.onJobErased(operation.progress()),
        () -> readModel.erase(message.body()));
  }
}
