package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

@Component
class RegisterAccountHandler {

  private static final Logger log = LoggerFactory.getLogger(RegisterAccountHandler.class);

  private final AccountRepository accounts;
  private final AccountStates states;
  private final IdGenerator ids;
  private final Clock clock;

  RegisterAccountHandler(
      AccountRepository accounts, AccountStates states, IdGenerator ids, Clock clock) {
    this.accounts = accounts;
    this.states = states;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the account and tells the others; empty when somebody has the name. */
  @Transactional
  Optional<Account> register(
      String username, String passwordHash, String locale, Optional<ZoneId> timeZone) {
    Account account =
        new Account(
            new PersonId(ids.generateId()),
            username,
            passwordHash,
            locale,
            timeZone,
            AccountState.Status.ACTIVE,
            1,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    accounts.lockName(username);
    if (!accounts.insert(account)) {
      return Optional.empty();
    }
    states.tell(account);
    log.info("{} registered as {}", account.id(), username);
    return Optional.of(account);
  }
}
