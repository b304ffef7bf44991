package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Keeps the new sealed credentials beside the old ones. */
@Component
class KeepCredentialsOnCredentialsVerified implements Reaction<CredentialsVerified> {

  private final CredentialsChanges changes;

  KeepCredentialsOnCredentialsVerified(CredentialsChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<CredentialsVerified> reactsTo() {
    return CredentialsVerified.class;
  }

  @Override
  public void react(Received<CredentialsVerified> message, Outgoing out) {
    CredentialsVerified event = message.body();
    changes.decide(
        event.botId(),
        message,
        out,
        known -> ChangeCredentialsInStorage.onCredentialsVerified(known, event));
  }
}
