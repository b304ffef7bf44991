package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class CredentialsChanges {

  private static final Logger log = LoggerFactory.getLogger(CredentialsChanges.class);

  private final KeptCredentialsRepository repository;

  CredentialsChanges(KeptCredentialsRepository repository) {
    this.repository = repository;
  }

  /** Decides about one run, within the caller's transaction. */
  void decide(
      BotId bot,
      Received<?> message,
      Outgoing out,
      Function<KeptCredentials, Decision<KeptCredentials, NoCall>> decision) {
    SagaId saga = SagaIds.of(message);
    KeptCredentials known = repository.lockAndFind(bot, saga);
    Decision<KeptCredentials, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
  }

  private static String inWords(KeptCredentials next) {
    return switch (next) {
      case KeptCredentials.Unheard _ -> "has its old credentials";
      case KeptCredentials.BotGone _ -> "is gone";
      case KeptCredentials.Both _ -> "has new credentials beside its old ones";
      case KeptCredentials.Settled _ -> "has new credentials only";
      case KeptCredentials.Dropped dropped ->
          "keeps its old credentials: " + dropped.refusal().code().word();
    };
  }
}
