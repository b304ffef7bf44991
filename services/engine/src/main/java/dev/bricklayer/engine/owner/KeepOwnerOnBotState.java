package dev.bricklayer.engine.owner;

import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Keeps whose a bot is, also after it was handed over. */
@Component
class KeepOwnerOnBotState implements Reaction<BotState> {

  private final OwnerRepository owners;

  KeepOwnerOnBotState(OwnerRepository owners) {
    this.owners = owners;
  }

  @Override
  public Class<BotState> reactsTo() {
    return BotState.class;
  }

  @Override
  public void react(Received<BotState> message, Outgoing out) {
    owners.keep(message.body());
  }
}
