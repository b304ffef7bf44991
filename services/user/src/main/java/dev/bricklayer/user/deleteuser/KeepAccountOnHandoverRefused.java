package dev.bricklayer.user.deleteuser;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Nothing was moved, so the account stays. */
@Component
class KeepAccountOnHandoverRefused implements Reaction<HandoverRefused> {

  private final Deletions deletions;

  KeepAccountOnHandoverRefused(Deletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<HandoverRefused> reactsTo() {
    return HandoverRefused.class;
  }

  @Override
  public void react(Received<HandoverRefused> message, Outgoing out) {
    deletions.decide(
        SagaIds.of(message),
        out,
        known -> DeleteUserInUser.onHandoverRefused(known, message.body()));
  }
}
