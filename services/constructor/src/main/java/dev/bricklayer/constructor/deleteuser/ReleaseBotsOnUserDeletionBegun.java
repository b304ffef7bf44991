package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Takes the pivot: all bots are the heir's, or begin to go, or none of this happens. */
@Component
class ReleaseBotsOnUserDeletionBegun implements Reaction<UserDeletionBegun> {

  private final Leavings leavings;

  ReleaseBotsOnUserDeletionBegun(Leavings leavings) {
    this.leavings = leavings;
  }

  @Override
  public Class<UserDeletionBegun> reactsTo() {
    return UserDeletionBegun.class;
  }

  @Override
  public void react(Received<UserDeletionBegun> message, Outgoing out) {
    leavings.release(SagaIds.of(message), message.body(), out);
  }
}
