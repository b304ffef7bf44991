package dev.bricklayer.bff.createbot;

import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnBotActivated implements RepeatableReaction<BotActivated> {

  private final EndOfCreateBot end;

  CompleteOperationOnBotActivated(EndOfCreateBot end) {
    this.end = end;
  }

  @Override
  public Class<BotActivated> reactsTo() {
    return BotActivated.class;
  }

  @Override
  public void react(Received<BotActivated> message) {
    end.activated(message);
  }
}
