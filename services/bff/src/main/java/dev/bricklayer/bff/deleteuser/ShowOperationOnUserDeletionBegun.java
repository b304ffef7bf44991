package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class ShowOperationOnUserDeletionBegun implements Reaction<UserDeletionBegun> {

  private final ShownDeletions deletions;

  ShowOperationOnUserDeletionBegun(ShownDeletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<UserDeletionBegun> reactsTo() {
    return UserDeletionBegun.class;
  }

  @Override
  public void react(Received<UserDeletionBegun> message, Outgoing out) {
    deletions.begun(message, message.body().personId());
  }
}
