package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.messaging.Outgoing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class CredentialsChanges {

  private static final Logger log = LoggerFactory.getLogger(CredentialsChanges.class);

  private final CredentialsChangeRepository repository;

  CredentialsChanges(CredentialsChangeRepository repository) {
    this.repository = repository;
  }

  /**
   * Decides about one run, within the caller's transaction.
   *
   * @return the call to make after the commit; null when there is none
   */
  @Nullable VerifyNewCredentials decide(
      BotId bot,
      SagaId saga,
      Outgoing out,
      Function<CredentialsChange, Decision<CredentialsChange, VerifyNewCredentials>> decision) {
    CredentialsChange known = repository.lockAndFind(bot, saga);
    Decision<CredentialsChange, VerifyNewCredentials> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.call();
  }

  private static String inWords(CredentialsChange next) {
    return switch (next) {
      case CredentialsChange.Unheard _ -> "is as it was";
      case CredentialsChange.Verifying _ -> "is in hand while new credentials are verified";
      case CredentialsChange.Verified _ -> "is in hand until its new credentials are in use";
      case CredentialsChange.Settled _ -> "has new credentials";
      case CredentialsChange.Undone undone ->
          "keeps its credentials: " + undone.refusal().code().word();
    };
  }
}
