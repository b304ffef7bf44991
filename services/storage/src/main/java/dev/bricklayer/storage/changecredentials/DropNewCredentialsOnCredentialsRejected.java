package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Drops the new credentials and leaves the tombstone. */
@Component
class DropNewCredentialsOnCredentialsRejected implements Reaction<CredentialsRejected> {

  private final CredentialsChanges changes;

  DropNewCredentialsOnCredentialsRejected(CredentialsChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<CredentialsRejected> reactsTo() {
    return CredentialsRejected.class;
  }

  @Override
  public void react(Received<CredentialsRejected> message, Outgoing out) {
    CredentialsRejected event = message.body();
    changes.decide(
        event.botId(),
        message,
        out,
        known -> ChangeCredentialsInStorage.onCredentialsRejected(known, event));
  }
}
