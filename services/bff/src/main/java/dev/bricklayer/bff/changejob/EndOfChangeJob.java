package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * What the closing events of change-job mean here. Every copy hears each of them for itself, and
 * the shared group once more.
 */
@Component
class EndOfChangeJob {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfChangeJob(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void changed(Received<JobChanged> message) {
    operations.end(
        SagaIds.of(message),
        operation -> ChangeJobInBff.onJobChanged(operation.progress()),
        () -> readModel.keep(message.body()));
  }

  /** A job that was to be added is shown no more. */
  void dropped(Received<RevisionDropped> message) {
    RevisionDropped event = message.body();
    operations.end(
        SagaIds.of(message),
        operation -> ChangeJobInBff.onUndone(operation.progress(), event.refusal()),
        () -> readModel.discard(event.botId(), event.jobId()));
  }

  /** It was refused before anybody told of it: nothing is shown that would have to go. */
  void refused(Received<JobChangeRefused> message) {
    Refusal why = message.body().refusal();
    operations.end(
        SagaIds.of(message),
        operation -> ChangeJobInBff.onUndone(operation.progress(), why),
        () -> {});
  }
}
