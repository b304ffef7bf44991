package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.changejob.ChannelLeft;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Drops the revision for which a channel was to be joined, and leaves the tombstone. */
@Component
class DropRevisionOnChannelLeft implements Reaction<ChannelLeft> {

  private final KnownChanges changes;

  DropRevisionOnChannelLeft(KnownChanges changes) {
    this.changes = changes;
  }

  @Override
  public Class<ChannelLeft> reactsTo() {
    return ChannelLeft.class;
  }

  @Override
  public void react(Received<ChannelLeft> message, Outgoing out) {
    ChannelLeft event = message.body();
    changes.decide(
        event.botId(),
        event.jobId(),
        message,
        out,
        known -> ChangeJobInStorage.onChannelLeft(known, event));
  }
}
