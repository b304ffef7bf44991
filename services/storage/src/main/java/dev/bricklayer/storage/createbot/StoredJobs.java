package dev.bricklayer.storage.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.storage.createbot.StoredJob.Current;
import dev.bricklayer.storage.createbot.StoredJob.Gone;
import dev.bricklayer.storage.createbot.StoredJob.Noted;
import dev.bricklayer.storage.createbot.StoredJob.Pending;
import dev.bricklayer.storage.createbot.StoredJob.Unknown;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class StoredJobs {

  private static final Logger log = LoggerFactory.getLogger(StoredJobs.class);

  private final StoredJobRepository repository;

  StoredJobs(StoredJobRepository repository) {
    this.repository = repository;
  }

  /** Decides about the first job of one bot, within the caller's transaction. */
  void decide(
      BotId bot,
      Received<?> message,
      Outgoing out,
      Function<StoredJob, Decision<StoredJob, NoCall>> decision) {
    SagaId saga = SagaIds.of(message);
    StoredJob known = repository.lockAndFind(bot, saga);
    Decision<StoredJob, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("the first job of bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
  }

  private static String inWords(StoredJob next) {
    return switch (next) {
      case Unknown _ -> "is unknown";
      case Noted _ -> "is stored, its bot has no account yet";
      case Pending _ -> "is stored, not yet current";
      case Current _ -> "is current";
      case Gone gone -> "is not to be: " + gone.refusal().code().word();
    };
  }
}
