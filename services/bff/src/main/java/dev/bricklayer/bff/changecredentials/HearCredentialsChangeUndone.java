package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearCredentialsChangeUndone implements Observer<CredentialsChangeUndone> {

  private final EndOfChangeCredentials end;

  HearCredentialsChangeUndone(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsChangeUndone> listensTo() {
    return CredentialsChangeUndone.class;
  }

  @Override
  public void observe(Received<CredentialsChangeUndone> message) {
    end.undone(message);
  }
}
