package dev.bricklayer.bff.deletebot;

import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnBotDeleted implements Reaction<BotDeleted> {

  private final EndOfDeleteBot end;

  CompleteOperationOnBotDeleted(EndOfDeleteBot end) {
    this.end = end;
  }

  @Override
  public Class<BotDeleted> reactsTo() {
    return BotDeleted.class;
  }

  @Override
  public void react(Received<BotDeleted> message, Outgoing out) {
    end.deleted(message);
  }
}
