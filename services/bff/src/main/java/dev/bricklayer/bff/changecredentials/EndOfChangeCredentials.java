package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * What the closing events of change-credentials mean here. Every copy hears each of them for
 * itself, and the shared group once more.
 */
@Component
class EndOfChangeCredentials {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfChangeCredentials(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void changed(Received<CredentialsChanged> message) {
    CredentialsChanged event = message.body();
    operations.end(
        SagaIds.of(message),
        operation -> ChangeCredentialsInBff.onCredentialsChanged(operation.progress()),
        () ->
            readModel.keep(
                event.botId(), event.owner(), event.name(), event.account(), event.version()));
  }

  void undone(Received<CredentialsChangeUndone> message) {
    undone(message, message.body().refusal());
  }

  void refused(Received<CredentialsRefused> message) {
    undone(message, message.body().refusal());
  }

  /** The bot was shown as it is all the time. */
  private void undone(Received<?> message, Refusal why) {
    operations.end(
        SagaIds.of(message),
        operation -> ChangeCredentialsInBff.onUndone(operation.progress(), why),
        () -> {});
  }
}
