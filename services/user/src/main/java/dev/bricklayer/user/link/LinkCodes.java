package dev.bricklayer.user.link;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.AccountLinked;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.contracts.link.LinkRefused.Reason;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.user.account.Account;
import dev.bricklayer.user.account.Accounts;
import dev.bricklayer.user.account.Links;
import dev.bricklayer.user.account.Links.Outcome;
import dev.bricklayer.user.code.OneTimeCode;
import dev.bricklayer.user.code.OneTimeCodes;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes for linking. One row decides: it says whose code it is, who typed it, and is gone with the
 * first yes.
 */
@Component
class LinkCodes {

  private static final Logger log = LoggerFactory.getLogger(LinkCodes.class);

  private final LinkCodeRepository repository;
  private final OneTimeCodes codes;
  private final Accounts accounts;
  private final Links links;
  private final Throttle throttle;
  private final LinkSettings settings;
  private final Clock clock;

  LinkCodes(
      LinkCodeRepository repository,
      OneTimeCodes codes,
      Accounts accounts,
      Links links,
      Throttle throttle,
      LinkSettings settings,
      Clock clock) {
    this.repository = repository;
    this.codes = codes;
    this.accounts = accounts;
    this.links = links;
    this.throttle = throttle;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new code, which its person is shown once. */
  record Issued(OneTimeCode code, Instant expiresAt) {}

  /** Makes a code for an account; an earlier one is no longer good. */
  @Transactional
  Issued issue(PersonId person) {
    OneTimeCode code = codes.make();
    Instant expiresAt = now().plus(settings.lifetime());
    repository.offer(person, code, codes.macOf(code), expiresAt);
    return new Issued(code, expiresAt);
  }

  /** Ends links, and with all of them a code that is still good. */
  @Transactional
  int part(PersonId person, Optional<PersonId> identity) {
    if (identity.isEmpty()) {
      repository.withdraw(person);
    }
    return links.part(person, identity);
  }

  /** Somebody in Mattermost typed a code: asks them whether they mean it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Message typed(RequestLink request) {
    Attempt attempt = Attempt.linkOf(request.identity().toString());
    if (links.linkOf(request.identity()).isPresent()) {
      return refused(request, Reason.ALREADY_LINKED);
    }
    if (!throttle.tryToCharge(attempt)) {
      return refused(request, Reason.TOO_MANY_ATTEMPTS);
    }
    Optional<LinkAsked> question =
        OneTimeCode.typed(request.code()).flatMap(code -> question(request, code));
    question.ifPresent(_ -> throttle.refund(attempt));
    return question.<Message>map(it -> it).orElseGet(() -> refused(request, Reason.CODE_INVALID));
  }

  private Optional<LinkAsked> question(RequestLink request, OneTimeCode code) {
    Instant now = now();
    Optional<Offer> offer =
        repository.lockUsable(code, now, settings.tries()).stream()
            .filter(it -> codes.matches(code, it.mac()))
            .findFirst();
    Optional<Account> account = offer.flatMap(it -> accounts.active(it.person()));
    if (offer.isEmpty() || account.isEmpty()) {
      repository.countTry(code, now, settings.tries());
      return Optional.empty();
    }
    repository.ask(offer.get().person(), request);
    return account.map(
        it ->
            new LinkAsked(
                request.linkId(),
                request.identity(),
                it.id(),
                it.username(),
                offer.get().expiresAt()));
  }

  /** The yes. Empty when it was said, and done, before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Message> confirmed(ConfirmLink yes) {
    if (links.linkOf(yes.identity()).filter(yes.linkId()::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        repository
            .spend(yes, now())
            .map(agreed -> end(yes, links.link(agreed.person(), agreed.identity(), yes.linkId())))
            .orElseGet(() -> refused(yes, Reason.CODE_INVALID)));
  }

  private static Message end(ConfirmLink yes, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Linked(var account) ->
          new AccountLinked(yes.linkId(), yes.identity(), account.id(), account.username());
      case Outcome.Taken _ -> refused(yes, Reason.ALREADY_LINKED);
      case Outcome.Full _ -> refused(yes, Reason.TOO_MANY_LINKS);
      case Outcome.Gone _ -> refused(yes, Reason.CODE_INVALID);
    };
  }

  @Transactional
  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void forgetEnded() {
    int forgotten = repository.forget(now());
    log.debug("Forgot {} codes for linking that have run out", forgotten);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Message refused(RequestLink request, Reason reason) {
    return new LinkRefused(request.linkId(), request.identity(), reason);
  }

  private static Message refused(ConfirmLink yes, Reason reason) {
    return new LinkRefused(yes.linkId(), yes.identity(), reason);
  }
}
