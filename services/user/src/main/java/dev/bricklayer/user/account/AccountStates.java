package dev.bricklayer.user.account;

import dev.bricklayer.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the other services what an account is. */
@Component
class AccountStates {

  private final IdentityRepository identities;
  private final Outbox outbox;

  AccountStates(IdentityRepository identities, Outbox outbox) {
    this.identities = identities;
    this.outbox = outbox;
  }

  /** Within the transaction that changed it, which holds its row: so states leave in order. */
  void tell(Account account) {
    outbox.outsideSagas().send(account.state(identities.of(account.id())));
  }
}
