package dev.bricklayer.user.login;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.user.account.PasswordChanged;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * Refresh tokens rotate: each is good for one refresh. One that comes again was stolen, from its
 * owner or by them; nobody can tell, so everything that came from the same log-in ends.
 */
@Component
class RefreshTokens {

  private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

  private final RefreshTokenRepository repository;
  private final RefreshSettings settings;
  private final IdGenerator ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(
      RefreshTokenRepository repository, RefreshSettings settings, IdGenerator ids, Clock clock) {
    this.repository = repository;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new token for an old one. */
  record Rotated(PersonId person, RefreshToken token) {}

  /** The first token of a log-in. */
  @Transactional
  RefreshToken begin(PersonId person) {
    Instant now = clock.instant();
    UUID family = ids.generateId();
    Instant familyEnds = now.plus(settings.longest());
    repository.beginFamily(family, person, now, familyEnds);
    return next(family, now, familyEnds);
  }

  /** Spends a token; empty when it is unknown, spent, revoked or too old. */
  @Transactional
  Optional<Rotated> rotate(RefreshToken token) {
    Instant now = clock.instant();
    return repository
        .findLocked(token)
        .filter(known -> isGood(known, now))
        .map(
            known -> {
              repository.spend(token, now);
              return new Rotated(known.person(), next(known.family(), now, known.familyEnds()));
            });
  }

  /** Ends every log-in of the person, in the transaction that changes the password. */
  @EventListener
  void revokeAll(PasswordChanged event) {
    repository.revokeAll(event.person(), clock.instant());
  }

  @Transactional
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetEnded() {
    int forgotten = repository.forgetEnded(clock.instant());
    log.debug("Forgot {} log-ins that have ended", forgotten);
  }

  private boolean isGood(RefreshTokenRepository.Known known, Instant now) {
    if (known.spent() && !known.revoked()) {
      repository.revoke(known.family(), now);
      log.warn("A spent refresh token of {} came again: that log-in is ended", known.person());
    }
    return !known.spent() && !known.revoked() && now.isBefore(known.expiresAt());
  }

  private RefreshToken next(UUID family, Instant now, Instant familyEnds) {
    RefreshToken token = RefreshToken.make(random);
    Instant unusedUntil = now.plus(settings.unused());
    repository.add(token, family, unusedUntil.isBefore(familyEnds) ? unusedUntil : familyEnds);
    return token;
  }
}
