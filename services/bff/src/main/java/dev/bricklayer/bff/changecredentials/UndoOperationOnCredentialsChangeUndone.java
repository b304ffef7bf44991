package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnCredentialsChangeUndone implements Reaction<CredentialsChangeUndone> {

  private final EndOfChangeCredentials end;

  UndoOperationOnCredentialsChangeUndone(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsChangeUndone> reactsTo() {
    return CredentialsChangeUndone.class;
  }

  @Override
  public void react(Received<CredentialsChangeUndone> message, Outgoing out) {
    end.undone(message);
  }
}
