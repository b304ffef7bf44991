package dev.bricklayer.storage.deletebot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases jobs, revisions and sealed credentials and leaves the tombstone. */
@Component
class EraseBotOnBotFiringEnded implements Reaction<BotFiringEnded> {

  private static final Logger log = LoggerFactory.getLogger(EraseBotOnBotFiringEnded.class);

  private final StoredBotRepository repository;

  EraseBotOnBotFiringEnded(StoredBotRepository repository) {
    this.repository = repository;
  }

  @Override
  public Class<BotFiringEnded> reactsTo() {
    return BotFiringEnded.class;
  }

  @Override
  public void react(Received<BotFiringEnded> message, Outgoing out) {
    BotId bot = message.body().botId();
    SagaId saga = SagaIds.of(message);
    StoredBot known = repository.lockAndFind(bot);
    Decision<StoredBot, NoCall> decided =
        DeleteBotInStorage.onBotFiringEnded(known, message.body());
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("bot {} is erased (saga {})", bot, saga);
    }
    decided.send().forEach(out::send);
  }
}
