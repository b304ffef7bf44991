package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.contracts.deleteuser.UserKept;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

@Component
class UndoOperationOnUserKept implements Reaction<UserKept> {

  private final ShownDeletions deletions;

  UndoOperationOnUserKept(ShownDeletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<UserKept> reactsTo() {
    return UserKept.class;
  }

  @Override
  public void react(Received<UserKept> message, Outgoing out) {
    UserKept event = message.body();
    deletions.ended(
        message, event.personId(), known -> DeleteUserInBff.onUserKept(known, event.refusal()));
  }
}
