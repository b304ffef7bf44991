package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * What the closing events of create-bot mean here. Every copy hears each of them for itself, and
 * the shared group once more.
 */
@Component
class EndOfCreateBot {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfCreateBot(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void activated(Received<BotActivated> message) {
    operations.end(
        SagaIds.of(message),
        operation -> CreateBotInBff.onBotActivated(operation.progress()),
        () -> readModel.keep(message.body()));
  }

  void released(Received<NameReleased> message) {
    NameReleased event = message.body();
    operations.end(
        SagaIds.of(message),
        operation -> CreateBotInBff.onUndone(operation.progress(), event.refusal()),
        () -> readModel.discard(event.botId()));
  }

  /** It was refused before anybody told of the bot: nothing is shown that would have to go. */
  void refused(Received<BotRefused> message) {
    Refusal why = message.body().refusal();
    operations.end(
        SagaIds.of(message),
        operation -> CreateBotInBff.onUndone(operation.progress(), why),
        () -> {});
  }
}
