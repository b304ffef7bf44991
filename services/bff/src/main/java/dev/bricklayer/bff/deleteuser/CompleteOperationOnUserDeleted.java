package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.contracts.deleteuser.UserDeleted;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class CompleteOperationOnUserDeleted implements Reaction<UserDeleted> {

  private final ShownDeletions deletions;

  CompleteOperationOnUserDeleted(ShownDeletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<UserDeleted> reactsTo() {
    return UserDeleted.class;
  }

  @Override
  public void react(Received<UserDeleted> message, Outgoing out) {
    deletions.ended(message, message.body().personId(), DeleteUserInBff::onUserDeleted);
  }
}
