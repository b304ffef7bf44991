package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepBotOnBotState implements RepeatableReaction<BotState> {

  private final ReadModelRepository readModel;

  KeepBotOnBotState(ReadModelRepository readModel) {
    this.readModel = readModel;
  }

  @Override
  public Class<BotState> reactsTo() {
    return BotState.class;
  }

  @Override
  public void react(Received<BotState> message) {
    readModel.keep(message.body());
  }
}
