package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnCredentialsChangeUndone
    implements RepeatableReaction<CredentialsChangeUndone> {

  private final EndOfChangeCredentials end;

  UndoOperationOnCredentialsChangeUndone(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsChangeUndone> reactsTo() {
    return CredentialsChangeUndone.class;
  }

  @Override
  public void react(Received<CredentialsChangeUndone> message) {
    end.undone(message);
  }
}
