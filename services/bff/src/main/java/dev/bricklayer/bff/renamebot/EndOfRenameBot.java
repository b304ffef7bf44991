package dev.bricklayer.bff.renamebot;

import dev.bricklayer.bff.bots.ReadModel;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * What the closing events of rename-bot mean here. Every copy hears each of them for itself, and
 * the shared group once more.
 */
@Component
class EndOfRenameBot {

  private final Operations operations;
  private final ReadModel readModel;

  EndOfRenameBot(Operations operations, ReadModel readModel) {
    this.operations = operations;
    this.readModel = readModel;
  }

  void renamed(Received<BotRenamed> message) {
    BotRenamed event = message.body();
    operations.end(
        SagaIds.of(message),
        operation -> RenameBotInBff.onBotRenamed(operation.progress()),
        () ->
            readModel.keep(
                event.botId(), event.owner(), event.name(), event.account(), event.version()));
  }

  void refused(Received<BotRenameRefused> message) {
    Refusal why = message.body().refusal();
    operations.end(
        SagaIds.of(message),
        operation -> RenameBotInBff.onUndone(operation.progress(), why),
        () -> {});
  }
}
