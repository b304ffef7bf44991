package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnBotDeleted implements RepeatableReaction<BotDeleted> {

  private final EndOfDeleteBot end;

  CompleteOperationOnBotDeleted(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeleted> reactsTo() {
    return BotDeleted.class;
  }

  @Override
  public void react(Received<BotDeleted> message) {
    end.deleted(message);
  }
}
