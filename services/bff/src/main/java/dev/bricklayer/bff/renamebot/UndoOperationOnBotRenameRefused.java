package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnBotRenameRefused implements RepeatableReaction<BotRenameRefused> {

  private final EndOfRenameBot end;

  UndoOperationOnBotRenameRefused(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenameRefused> reactsTo() {
    return BotRenameRefused.class;
  }

  @Override
  public void react(Received<BotRenameRefused> message) {
    end.refused(message);
  }
}
