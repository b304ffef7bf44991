package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnBotRenamed implements Reaction<BotRenamed> {

  private final EndOfRenameBot end;

  CompleteOperationOnBotRenamed(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenamed> reactsTo() {
    return BotRenamed.class;
  }

  @Override
  public void react(Received<BotRenamed> message, Outgoing out) {
    end.renamed(message);
  }
}
