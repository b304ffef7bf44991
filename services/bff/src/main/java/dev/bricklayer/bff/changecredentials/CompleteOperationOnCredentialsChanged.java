package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnCredentialsChanged implements RepeatableReaction<CredentialsChanged> {

  private final EndOfChangeCredentials end;

  CompleteOperationOnCredentialsChanged(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsChanged> reactsTo() {
    return CredentialsChanged.class;
  }

  @Override
  public void react(Received<CredentialsChanged> message) {
    end.changed(message);
  }
}
