package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.messaging.Observer;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** In every copy, so that a waiter hears of it wherever it waits. */
@Component
class HearCredentialsRefused implements Observer<CredentialsRefused> {

  private final EndOfChangeCredentials end;

  HearCredentialsRefused(EndOfChangeCredentials end) {
    this.end = end;
  }

  @Override
  public Class<CredentialsRefused> listensTo() {
    return CredentialsRefused.class;
  }

  @Override
  public void observe(Received<CredentialsRefused> message) {
    end.refused(message);
  }
}
