package dev.bricklayer.bff.undelivered;

import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class TellOwnerOnBotSilenced implements Reaction<BotSilenced> {

  private final TellOwners owners;

  TellOwnerOnBotSilenced(TellOwners owners) {
    this.owners = owners;
  }

  @Override
  public Class<BotSilenced> reactsTo() {
    return BotSilenced.class;
  }

  @Override
  public void react(Received<BotSilenced> message, Outgoing out) {
    owners.keep(new Word.BotStopped(message.body()));
  }
}
