package dev.bricklayer.user.deleteuser;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Erases the account: the last step. */
@Component
class EraseAccountOnUserBotsGone implements Reaction<UserBotsGone> {

  private final Deletions deletions;

  EraseAccountOnUserBotsGone(Deletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<UserBotsGone> reactsTo() {
    return UserBotsGone.class;
  }

  @Override
  public void react(Received<UserBotsGone> message, Outgoing out) {
    deletions.decide(
        SagaIds.of(message), out, known -> DeleteUserInUser.onUserBotsGone(known, message.body()));
  }
}
