package dev.bricklayer.constructor.renamebot;

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
class Renamings {

  private static final Logger log = LoggerFactory.getLogger(Renamings.class);

  private final RenamingRepository repository;

  Renamings(RenamingRepository repository) {
    this.repository = repository;
  }

  /** Decides about one run, within the caller's transaction. */
  void decide(
      BotId bot,
      Received<?> message,
      Outgoing out,
      Function<Renaming, Decision<Renaming, NoCall>> decision) {
    SagaId saga = SagaIds.of(message);
    Renaming known = repository.lockAndFind(bot, saga);
    Decision<Renaming, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
  }

  private static String inWords(Renaming next) {
    return switch (next) {
      case Renaming.Unheard _ -> "is not renamed";
      case Renaming.Renamed _ -> "has a new name";
      case Renaming.Refused refused -> "keeps its name: " + refused.refusal().code().word();
    };
  }
}
