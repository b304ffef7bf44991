package dev.bricklayer.constructor.account;

import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

/** Keeps what an account is, so that a token that still lives creates nothing for its owner. */
@Component
class KeepAccountOnAccountState implements RepeatableReaction<AccountState> {

  private final AccountRepository accounts;

  KeepAccountOnAccountState(AccountRepository accounts) {
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
