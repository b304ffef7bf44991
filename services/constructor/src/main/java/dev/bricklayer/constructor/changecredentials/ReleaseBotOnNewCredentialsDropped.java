package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Lets go of the bot, which is as it was: the last step back. */
@Component
class ReleaseBotOnNewCredentialsDropped implements Reaction<NewCredentialsDropped> {

  private final CredentialsChanges changes;

  ReleaseBotOnNewCredentialsDropped(CredentialsChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<NewCredentialsDropped> reactsTo() {
    return NewCredentialsDropped.class;
  }

  @Override
  public void react(Received<NewCredentialsDropped> message, Outgoing out) {
    NewCredentialsDropped event = message.body();
    changes.decide(
        event.botId(),
        SagaIds.of(message),
        out,
        known -> ChangeCredentialsInConstructor.onNewCredentialsDropped(known, event));
  }
}
