package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class KeepRunOnRunState implements Reaction<RunState> {

  private final BotRepository bots;

  KeepRunOnRunState(BotRepository bots) {
    this.bots = bots;
  }

  @Override
  public Class<RunState> reactsTo() {
    return RunState.class;
  }

  @Override
  public void react(Received<RunState> message, Outgoing out) {
    bots.keep(message.body());
  }
}
