package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.SagaRef;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
public class BotDeletions {

  private static final Logger log = LoggerFactory.getLogger(BotDeletions.class);

  private final DepartureRepository repository;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;

  BotDeletions(DepartureRepository repository, Outbox outbox, ApplicationEventPublisher events) {
    this.repository = repository;
    this.outbox = outbox;
    this.events = events;
  }

  /**
   * Deletes a bot as if {@link DeleteBot} had come, for a saga that ends bots within this service.
   * Belongs to the caller's transaction and takes the bot's lock.
   *
   * <p>The deletion is a run of delete-bot of its own. It ends with {@code BotDeleted} of that run,
   * or begins with {@code BotDeletionRefused}: {@code locked} while another saga has the bot in
   * hand, {@code bot-deleted} when it was gone before. A run that was refused stays refused:
   * another try is another run. Nobody watches over the deadline but the caller: called again with
   * the same run, it sends every step its turn again, so it may be called as often as one likes
   * until {@code BotDeleted} has been heard.
   *
   * @param run names the try: the same whenever the same is asked again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void delete(DeleteBot asked, SagaId run) {
    mark(asked, run, outbox.inSaga(new SagaRef(DeleteBotSaga.NAME, run.value())));
  }

  void mark(DeleteBot command, SagaId saga, Outgoing out) {
    decide(
        command.botId(),
        saga,
        out,
        known -> DeleteBotInConstructor.onDeleteBot(known, saga, command));
  }

  /** Decides about one bot, within the caller's transaction. */
  void decide(
      BotId bot,
      SagaId saga,
      Outgoing out,
      Function<Departure, Decision<Departure, NoCall>> decision) {
    Departure known = repository.lockAndFind(bot, saga);
    Decision<Departure, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(decided.next());
      log.info("bot {} {}", bot, inWords(decided.next()));
      tell(decided.next());
    }
    decided.send().forEach(out::send);
  }

  private void tell(Departure next) {
    switch (next) {
      case Departure.Gone gone -> events.publishEvent(new BotForgotten(gone.botId()));
      case Departure.Unknown _,
          Departure.InHand _,
          Departure.Living _,
          Departure.Marked _,
          Departure.Refused _ -> {}
    }
  }

  private static String inWords(Departure next) {
    return switch (next) {
      case Departure.Unknown _ -> "is unknown";
      case Departure.InHand _ -> "is in another saga's hands";
      case Departure.Living _ -> "lives";
      case Departure.Marked marked -> "is on its way out (saga " + marked.by() + ")";
      case Departure.Refused refused ->
          "is not deleted: " + refused.refusal().code().word() + " (saga " + refused.by() + ")";
      case Departure.Gone gone -> "is gone (saga " + gone.by() + ")";
    };
  }
}
