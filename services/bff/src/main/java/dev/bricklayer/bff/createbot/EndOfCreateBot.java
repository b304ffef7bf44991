package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the closing events of create-bot mean here: first the read model, then the operation, then,
 * after the commit, whoever waits for it in this copy. Harmless twice: every copy hears each of
 * them for itself, and the shared group once more.
 */
@Component
class EndOfCreateBot {

  private final Operations operations;
  private final Bots bots;

  EndOfCreateBot(Operations operations, Bots bots) {
    this.operations = operations;
    this.bots = bots;
  }

  @Transactional
  public void activated(Received<BotActivated> message) {
    bots.keep(message.body());
    operations.decide(
        saga(message), operation -> CreateBotInBff.onBotActivated(operation.progress()));
  }

  @Transactional
  public void released(Received<NameReleased> message) {
    NameReleased event = message.body();
    bots.discard(event.botId());
    operations.decide(
        saga(message), operation -> CreateBotInBff.onUndone(operation.progress(), event.refusal()));
  }

  /** It was refused before anybody told of the bot: nothing to take back. */
  @Transactional
  public void refused(Received<BotRefused> message) {
    BotRefused event = message.body();
    operations.decide(
        saga(message), operation -> CreateBotInBff.onUndone(operation.progress(), event.refusal()));
  }

  private static SagaId saga(Received<?> message) {
    return new SagaId(message.requiredSaga().id());
  }
}
