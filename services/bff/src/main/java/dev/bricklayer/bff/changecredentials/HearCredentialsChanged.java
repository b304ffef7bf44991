package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearCredentialsChanged implements Observer<CredentialsChanged> {

  private final EndOfChangeCredentials end;

  HearCredentialsChanged(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsChanged> listensTo() {
    return CredentialsChanged.class;
  }

  @Override
  public void observe(Received<CredentialsChanged> message) {
    end.changed(message);
  }
}
