package dev.bricklayer.user.account;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ChangeAccountHandler {

  private static final Logger log = LoggerFactory.getLogger(ChangeAccountHandler.class);

  private final AccountRepository accounts;
  private final AccountStates states;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangeAccountHandler(
      AccountRepository accounts,
      AccountStates states,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.states = states;
    this.events = events;
    this.clock = clock;
  }

  /** What became of the wish to change. */
  sealed interface Outcome {

    /** The account as it is now. */
    record Changed(Account account) implements Outcome {}

    /** Somebody else is called so. */
    record NameTaken() implements Outcome {}

    /** It is not as it was seen, or not there any more. */
    record Overtaken() implements Outcome {}
  }

  /** Changes an account that still is as it was seen, and tells the others. */
  @Transactional
  Outcome change(Account seen, AccountChange change) {
    if (change.username().filter(it -> isOthers(it, seen)).isPresent()) {
      return new Outcome.NameTaken();
    }
    Optional<Account> changed = accounts.change(seen, change, clock.instant());
    changed.ifPresent(account -> told(account, change));
    return changed.<Outcome>map(Outcome.Changed::new).orElseGet(Outcome.Overtaken::new);
  }

  private boolean isOthers(String username, Account seen) {
    accounts.lockName(username);
    return accounts.byUsername(username).filter(it -> !it.id().equals(seen.id())).isPresent();
  }

  private void told(Account account, AccountChange change) {
    states.tell(account);
    change
        .username()
        .ifPresent(name -> log.info("{} is called {} from now on", account.id(), name));
    if (change.passwordHash().isPresent()) {
      events.publishEvent(new PasswordChanged(account.id()));
      log.info("{} has a new password", account.id());
    }
  }
}
