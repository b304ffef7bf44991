package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnBotDeletionRefused implements Reaction<BotDeletionRefused> {

  private final EndOfDeleteBot end;

  UndoOperationOnBotDeletionRefused(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeletionRefused> reactsTo() {
    return BotDeletionRefused.class;
  }

  @Override
  public void react(Received<BotDeletionRefused> message, Outgoing out) {
    end.refused(message);
  }
}
