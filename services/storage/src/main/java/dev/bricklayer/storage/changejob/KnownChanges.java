package dev.bricklayer.storage.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.storage.changejob.KnownChange.Current;
import dev.bricklayer.storage.changejob.KnownChange.Dropped;
import dev.bricklayer.storage.changejob.KnownChange.Unknown;
import dev.bricklayer.storage.changejob.KnownChange.Waiting;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class KnownChanges {

  private static final Logger log = LoggerFactory.getLogger(KnownChanges.class);

  private final KnownChangeRepository repository;

  KnownChanges(KnownChangeRepository repository) {
    this.repository = repository;
  }

  /** What stands around the job that is to be changed; the decision's lock is held already. */
  JobFound look(ChangeJob command) {
    return repository.look(command.botId(), command.jobId(), shortName(command.change()));
  }

  /** Whether the bot is still here; the decision's lock is held already. */
  boolean isHere(BotId bot) {
    return repository.isHere(bot);
  }

  private static @Nullable String shortName(JobChange change) {
    return switch (change) {
      case JobChange.Add add -> add.content().shortName();
      case JobChange.Edit edit -> edit.shortName();
    };
  }

  /** Decides about one change, within the caller's transaction. */
  void decide(
      BotId bot,
      JobId job,
      Received<?> message,
      Outgoing out,
      Function<KnownChange, Decision<KnownChange, NoCall>> decision) {
    SagaId saga = SagaIds.of(message);
    KnownChange known = repository.lockAndFind(bot, job, saga);
    Decision<KnownChange, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("a change of job {} {} (saga {})", job, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
  }

  private static String inWords(KnownChange next) {
    return switch (next) {
      case Unknown _ -> "is unknown";
      case Waiting waiting -> "waits as revision " + waiting.job().revision();
      case Current _ -> "is current";
      case Dropped dropped -> "is not to be: " + dropped.refusal().code().word();
    };
  }
}
