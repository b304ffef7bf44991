package dev.bricklayer.bff.accounts;

import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepAccountOnAccountState implements Reaction<AccountState> {

  private final Accounts accounts;

  KeepAccountOnAccountState(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<AccountState> reactsTo() {
    return AccountState.class;
  }

  @Override
  public void react(Received<AccountState> message, Outgoing out) {
    accounts.keep(message.body());
  }
}
