package dev.bricklayer.engine.owner;

import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.RepeatableReaction;
import org.springframework.stereotype.Component;

/** Keeps whose a bot is, also after it was handed over. */
@Component
class KeepOwnerOnBotState implements RepeatableReaction<BotState> {

  private final OwnerRepository owners;

  KeepOwnerOnBotState(OwnerRepository owners) {
    this.owners = owners;
  }

  @Override
  public Class<BotState> reactsTo() {
    return BotState.class;
  }

  @Override
  public void react(Received<BotState> message) {
    owners.keep(message.body());
  }
}
