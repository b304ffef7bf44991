package dev.bricklayer.bff.accounts;

import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepAccountOnAccountState implements RepeatableReaction<AccountState> {

  private final Accounts accounts;

  KeepAccountOnAccountState(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<AccountState> reactsTo() {
    return AccountState.class;
  }

  @Override
  public void react(Received<AccountState> message) {
    accounts.keep(message.body());
  }
}
