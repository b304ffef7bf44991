package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.user.account.Accounts;
import dev.bricklayer.user.code.OneTimeCode;
import dev.bricklayer.user.code.OneTimeCodes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By which an heir agrees to get somebody's bots. */
@Component
class HandoverCodes {

  private final HandoverCodeRepository repository;
  private final OneTimeCodes codes;
  private final Accounts accounts;
  private final DeletionSettings settings;
  private final Clock clock;

  HandoverCodes(
      HandoverCodeRepository repository,
      OneTimeCodes codes,
      Accounts accounts,
      DeletionSettings settings,
      Clock clock) {
    this.repository = repository;
    this.codes = codes;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new code, which the heir is shown once. */
  record Issued(OneTimeCode code, Instant expiresAt) {}

  /** Makes a code; an earlier one is no longer good. */
  @Transactional
  Issued issue(PersonId heir) {
    OneTimeCode code = codes.make();
    Instant expiresAt =
        clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.codeLifetime());
    repository.offer(heir, codes.macOf(code), expiresAt);
    return new Issued(code, expiresAt);
  }

  /** Whether it is this heir's code, which is then spent. */
  @Transactional
  boolean spend(PersonId heir, String typed) {
    boolean good =
        accounts.active(heir).isPresent()
            && OneTimeCode.typed(typed).filter(code -> isOf(heir, code)).isPresent();
    if (good) {
      repository.spend(heir);
    }
    return good;
  }

  private boolean isOf(PersonId heir, OneTimeCode code) {
    return repository
        .macToTry(heir, clock.instant(), settings.codeTries())
        .filter(mac -> codes.matches(code, mac))
        .isPresent();
  }

  @Transactional
  void forgetEnded() {
    repository.forget(clock.instant());
  }
}
