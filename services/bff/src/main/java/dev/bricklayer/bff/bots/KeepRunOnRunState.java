package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnRunState implements RepeatableReaction<RunState> {

  private final ReadModelRepository readModel;

  KeepRunOnRunState(ReadModelRepository readModel) {
    this.readModel = readModel;
  }

  @Override
  public Class<RunState> reactsTo() {
    return RunState.class;
  }

  @Override
  public void react(Received<RunState> message) {
    readModel.keep(message.body());
  }
}
