package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepBotRunOnBotRunState implements RepeatableReaction<BotRunState> {

  private final ReadModelRepository readModel;

  KeepBotRunOnBotRunState(ReadModelRepository readModel) {
    this.readModel = readModel;
  }

  @Override
  public Class<BotRunState> reactsTo() {
    return BotRunState.class;
  }

  @Override
  public void react(Received<BotRunState> message) {
    readModel.keep(message.body());
  }
}
