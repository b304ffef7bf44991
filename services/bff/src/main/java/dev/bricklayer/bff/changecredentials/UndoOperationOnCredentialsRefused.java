package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnCredentialsRefused implements RepeatableReaction<CredentialsRefused> {

  private final EndOfChangeCredentials end;

  UndoOperationOnCredentialsRefused(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsRefused> reactsTo() {
    return CredentialsRefused.class;
  }

  @Override
  public void react(Received<CredentialsRefused> message) {
    end.refused(message);
  }
}
