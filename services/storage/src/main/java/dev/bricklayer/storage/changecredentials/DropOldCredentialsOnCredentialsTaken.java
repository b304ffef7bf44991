package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Drops the old credentials: the engine speaks with the new ones already. */
@Component
class DropOldCredentialsOnCredentialsTaken implements Reaction<CredentialsTaken> {

  private final CredentialsChanges changes;

  DropOldCredentialsOnCredentialsTaken(CredentialsChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<CredentialsTaken> reactsTo() {
    return CredentialsTaken.class;
  }

  @Override
  public void react(Received<CredentialsTaken> message, Outgoing out) {
    CredentialsTaken event = message.body();
    changes.decide(
        event.botId(),
        message,
        out,
        known -> ChangeCredentialsInStorage.onCredentialsTaken(known, event));
  }
}
