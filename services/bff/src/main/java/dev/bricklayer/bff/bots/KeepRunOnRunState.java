package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnRunState implements RepeatableReaction<RunState> {

  private final BotRepository bots;

  KeepRunOnRunState(BotRepository bots) {
    this.bots = bots;
  }

  @Override
  public Class<RunState> reactsTo() {
    return RunState.class;
  }

  @Override
  public void react(Received<RunState> message) {
    bots.keep(message.body());
  }
}
