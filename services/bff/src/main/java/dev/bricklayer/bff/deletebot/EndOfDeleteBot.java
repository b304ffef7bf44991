package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * What the closing events of delete-bot mean here. Every copy hears each of them for itself, and
 * the shared group once more.
 */
@Component
class EndOfDeleteBot {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfDeleteBot(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void deleted(Received<BotDeleted> message) {
    operations.end(
        SagaIds.of(message),
        operation -> DeleteBotInBff.onBotDeleted(operation.progress()),
        () -> readModel.bury(message.body().botId()));
  }

  void refused(Received<BotDeletionRefused> message) {
    Refusal why = message.body().refusal();
    operations.end(
        SagaIds.of(message),
        operation -> DeleteBotInBff.onRefused(operation.progress(), why),
        () -> {});
  }
}
