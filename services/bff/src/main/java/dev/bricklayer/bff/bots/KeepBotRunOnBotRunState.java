package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepBotRunOnBotRunState implements Reaction<BotRunState> {

  private final BotRepository bots;

  KeepBotRunOnBotRunState(BotRepository bots) {
    this.bots = bots;
  }

  @Override
  public Class<BotRunState> reactsTo() {
    return BotRunState.class;
  }

  @Override
  public void react(Received<BotRunState> message, Outgoing out) {
    bots.keep(message.body());
  }
}
