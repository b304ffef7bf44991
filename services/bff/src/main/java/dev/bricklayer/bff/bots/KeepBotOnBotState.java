package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepBotOnBotState implements Reaction<BotState> {

  private final BotRepository bots;

  KeepBotOnBotState(BotRepository bots) {
    this.bots = bots;
  }

  @Override
  public Class<BotState> reactsTo() {
    return BotState.class;
  }

  @Override
  public void react(Received<BotState> message, Outgoing out) {
    bots.keep(message.body());
  }
}
