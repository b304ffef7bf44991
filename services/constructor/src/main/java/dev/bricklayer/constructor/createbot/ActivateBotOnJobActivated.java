package dev.bricklayer.constructor.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Makes the bot live: the last forward step of the saga. */
@Component
class ActivateBotOnJobActivated implements Reaction<JobActivated> {

  private final Reservations reservations;

  ActivateBotOnJobActivated(Reservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public Class<JobActivated> reactsTo() {
    return JobActivated.class;
  }

  @Override
  public void react(Received<JobActivated> message, Outgoing out) {
    JobActivated event = message.body();
    reservations.decide(
        event.botId(),
        SagaIds.of(message),
        out,
        known -> CreateBotInConstructor.onJobActivated(known, event));
  }
}
