package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnBotDeletionRefused implements RepeatableReaction<BotDeletionRefused> {

  private final EndOfDeleteBot end;

  UndoOperationOnBotDeletionRefused(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeletionRefused> reactsTo() {
    return BotDeletionRefused.class;
  }

  @Override
  public void react(Received<BotDeletionRefused> message) {
    end.refused(message);
  }
}
