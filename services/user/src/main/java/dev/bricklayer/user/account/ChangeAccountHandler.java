package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.messaging.Outbox;
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
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangeAccountHandler(
      AccountRepository accounts, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
    this.accounts = accounts;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** Changes the account and tells the others; empty when it is not there any more. */
  @Transactional
  Optional<Account> change(PersonId person, AccountChange change) {
    Optional<Account> changed = accounts.change(person, change, clock.instant());
    changed.ifPresent(account -> outbox.outsideSagas().send(account.state()));
    if (changed.isPresent() && change.passwordHash().isPresent()) {
      events.publishEvent(new PasswordChanged(person));
      log.info("{} has a new password", person);
    }
    return changed;
  }
}
