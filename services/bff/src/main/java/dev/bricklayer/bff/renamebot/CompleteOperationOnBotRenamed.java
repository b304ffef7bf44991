package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnBotRenamed implements RepeatableReaction<BotRenamed> {

  private final EndOfRenameBot end;

  CompleteOperationOnBotRenamed(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenamed> reactsTo() {
    return BotRenamed.class;
  }

  @Override
  public void react(Received<BotRenamed> message) {
    end.renamed(message);
  }
}
