package dev.bricklayer.engine.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.deletebot.Firing.Allowed;
import dev.bricklayer.engine.deletebot.Firing.Ended;
import dev.bricklayer.engine.deletebot.Firing.Ending;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.SagaRef;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the firing of bots, and knows whose has ended. Deletion wins over whatever else comes. */
@Component
public class BotFirings {

  private static final Logger log = LoggerFactory.getLogger(BotFirings.class);

  private final FiringRepository repository;
  private final Outbox outbox;

  BotFirings(FiringRepository repository, Outbox outbox) {
    this.repository = repository;
    this.outbox = outbox;
  }

  /**
   * Whether the bot is gone or on its way out: then nothing may be planned or changed for it, and
   * the refusal is {@code bot-deleted}. The answer holds until the transaction ends where the
   * caller has locked the bot ({@code locks.lock("bot", …)}) before.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isGone(BotId bot) {
    return repository.isGone(bot);
  }

  /**
   * Occurrences of these bots are no longer being sent. Belongs to the transaction that wrote that
   * down and holds their jobs' locks: where a bot waited for the last of them, its firing ends with
   * it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendingEnded(Collection<BotId> bots) {
    for (Ending ending : repository.lockEnding(bots)) {
      boolean sending = repository.cancelAndLook(ending.botId());
      Outgoing out = outbox.inSaga(new SagaRef(DeleteBotSaga.NAME, ending.saga().value()));
      carryOut(ending, DeleteBotInEngine.onSendingEnded(ending, sending), out);
    }
  }

  /** Begins the end of a bot's firing, within the caller's transaction. */
  void end(BotId bot, SagaId saga, Outgoing out) {
    Firing known = repository.lockAndFind(bot);
    if (known instanceof Allowed) {
      repository.bury(bot, saga);
    }
    boolean sending = repository.cancelAndLook(bot);
    carryOut(known, DeleteBotInEngine.onBotDeletionBegun(known, saga, sending), out);
  }

  private void carryOut(Firing known, Decision<Firing, NoCall> decided, Outgoing out) {
    if (!decided.next().equals(known)) {
      switch (decided.next()) {
        case Allowed _ -> {}
        case Ending ending ->
            log.info("bot {} is stopped; what is being sent may end", ending.botId());
        case Ended ended -> erase(ended, out);
      }
    }
    decided.send().forEach(out::send);
  }

  private void erase(Ended ended, Outgoing out) {
    repository.eraseJobs(ended.botId()).forEach(out::send);
    repository.eraseBot(ended.botId()).ifPresent(out::send);
    log.info("bot {} fires no more (saga {})", ended.botId(), ended.saga());
  }
}
