package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.constructor.deletebot.BotDeletions;
import dev.bricklayer.constructor.deletebot.BotForgotten;
import dev.bricklayer.constructor.deleteuser.Leaving.Deleted;
import dev.bricklayer.constructor.deleteuser.Leaving.Deleting;
import dev.bricklayer.constructor.deleteuser.Leaving.HandedOver;
import dev.bricklayer.constructor.deleteuser.Leaving.Refused;
import dev.bricklayer.constructor.deleteuser.Leaving.Unknown;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.SagaRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class Leavings {

  private static final Logger log = LoggerFactory.getLogger(Leavings.class);

  private final LeavingRepository repository;
  private final BotDeletions deletions;
  private final Outbox outbox;

  Leavings(LeavingRepository repository, BotDeletions deletions, Outbox outbox) {
    this.repository = repository;
    this.deletions = deletions;
    this.outbox = outbox;
  }

  /** Somebody's account is to go; within the transaction of the message. */
  void release(SagaId saga, UserDeletionBegun event, Outgoing out) {
    PersonId person = event.personId();
    PersonId heir = event.heir();
    Set<BotId> bots = repository.lockBotsOf(person, Optional.ofNullable(heir));
    Leaving known = repository.find(saga);
    if (heir == null) {
      Leaving next =
          carryOut(saga, known, DeleteUserInConstructor.onDeletion(known, person, bots), out);
      deleteWhatIsLeft(saga, next, event.attempt());
    } else {
      Inheritance inheritance = repository.inheritance(person, heir);
      Leaving next =
          carryOut(
              saga, known, DeleteUserInConstructor.onHandover(known, person, inheritance), out);
      if (!next.equals(known)) {
        handOver(next, heir, out);
      }
    }
  }

  /** In the transaction that forgets the bot, which has its lock. */
  @EventListener
  void count(BotForgotten event) {
    repository
        .countedBy(event.bot())
        .ifPresent(
            counted -> {
              repository.lock(counted.person());
              Leaving known = repository.find(counted.saga());
              carryOut(
                  counted.saga(),
                  known,
                  DeleteUserInConstructor.onBotForgotten(known, event.bot()),
                  outbox.inSaga(new SagaRef(DeleteUserSaga.NAME, counted.saga().value())));
            });
  }

  private Leaving carryOut(
      SagaId saga, Leaving known, Decision<Leaving, NoCall> decided, Outgoing out) {
    if (!decided.next().equals(known)) {
      repository.keep(saga, decided.next());
      log.info("{} (saga {})", inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.next();
  }

  private void deleteWhatIsLeft(SagaId saga, Leaving next, int attempt) {
    switch (next) {
      case Deleting(var person, var left, _) -> {
        Map<BotId, SagaId> underWay = repository.runsOf(person);
        left.forEach(
            bot ->
                deletions.delete(
                    new DeleteBot(bot, person),
                    underWay.getOrDefault(bot, run(saga, bot, attempt))));
      }
      case Unknown _, Deleted _, HandedOver _, Refused _ -> {}
    }
  }

  private void handOver(Leaving next, PersonId heir, Outgoing out) {
    switch (next) {
      case HandedOver(var person, _) -> repository.handOver(person, heir).forEach(out::send);
      case Unknown _, Deleting _, Deleted _, Refused _ -> {}
    }
  }

  /** A run that was refused stays refused, so each attempt is another; the same when repeated. */
  private static SagaId run(SagaId saga, BotId bot, int attempt) {
    String name = saga + " " + bot + " " + attempt;
    return new SagaId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static String inWords(Leaving next) {
    return switch (next) {
      case Unknown _ -> "nobody leaves";
      case Deleting(var person, var left, _) ->
          person + " leaves, " + left.size() + " bots are to be deleted";
      case Deleted(var person, var bots) -> person + " leaves, all " + bots + " bots are gone";
      case HandedOver(var person, var bots) ->
          person + " leaves, all " + bots + " bots are handed over";
      case Refused(var person, var refusal) ->
          person + " stays, the bots cannot be handed over: " + refusal.code().word();
    };
  }
}
