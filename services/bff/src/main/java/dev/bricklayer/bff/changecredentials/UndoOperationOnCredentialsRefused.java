package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnCredentialsRefused implements Reaction<CredentialsRefused> {

  private final EndOfChangeCredentials end;

  UndoOperationOnCredentialsRefused(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsRefused> reactsTo() {
    return CredentialsRefused.class;
  }

  @Override
  public void react(Received<CredentialsRefused> message, Outgoing out) {
    end.refused(message);
  }
}
