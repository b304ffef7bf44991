package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnBotRefused implements RepeatableReaction<BotRefused> {

  private final EndOfCreateBot end;

  UndoOperationOnBotRefused(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<BotRefused> reactsTo() {
    return BotRefused.class;
  }

  @Override
  public void react(Received<BotRefused> message) {
    end.refused(message);
  }
}
