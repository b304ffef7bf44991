package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Frees the name, which can be taken again at once: the last step back of the saga. */
@Component
class ReleaseNameOnJobDiscarded implements Reaction<JobDiscarded> {

  private final Reservations reservations;

  ReleaseNameOnJobDiscarded(Reservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public Class<JobDiscarded> reactsTo() {
    return JobDiscarded.class;
  }

  @Override
  public void react(Received<JobDiscarded> message, Outgoing out) {
    JobDiscarded event = message.body();
    reservations.decide(
        event.botId(),
        new SagaId(message.requiredSaga().id()),
        out,
        known -> CreateBotInConstructor.onJobDiscarded(known, event));
  }
}
