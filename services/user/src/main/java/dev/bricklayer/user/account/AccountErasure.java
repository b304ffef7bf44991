package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.messaging.Outgoing;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases accounts with everything that hangs on them: log-ins, links, codes. */
@Component
public class AccountErasure {

  private static final String NOBODYS_LANGUAGE = "en";

  private final AccountRepository accounts;

  AccountErasure(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** The active account, for the caller's transaction alone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Account> lock(PersonId person) {
    return accounts.lock(person);
  }

  /**
   * Erases an account and tells the others, with a state that says nothing of the person. Its name
   * is free at once.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(PersonId person, Outgoing out) {
    accounts
        .erase(person)
        .ifPresent(
            lastVersion ->
                out.send(
                    new AccountState(
                        person,
                        "",
                        NOBODYS_LANGUAGE,
                        null,
                        AccountState.Status.DELETED,
                        lastVersion + 1)));
  }
}
