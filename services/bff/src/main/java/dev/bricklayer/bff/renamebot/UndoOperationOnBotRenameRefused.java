package dev.bricklayer.bff.renamebot;

import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnBotRenameRefused implements Reaction<BotRenameRefused> {

  private final EndOfRenameBot end;

  UndoOperationOnBotRenameRefused(EndOfRenameBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRenameRefused> reactsTo() {
    return BotRenameRefused.class;
  }

  @Override
  public void react(Received<BotRenameRefused> message, Outgoing out) {
    end.refused(message);
  }
}
