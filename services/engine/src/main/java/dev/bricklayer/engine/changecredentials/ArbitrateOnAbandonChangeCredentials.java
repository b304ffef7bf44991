package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Answers with what came first: the new credentials, or the end. */
@Component
class ArbitrateOnAbandonChangeCredentials implements Reaction<AbandonChangeCredentials> {

  private final CredentialsPlans plans;

  ArbitrateOnAbandonChangeCredentials(CredentialsPlans plans) {
    this.plans = plans;
  }

  @Override
  public Class<AbandonChangeCredentials> reactsTo() {
    return AbandonChangeCredentials.class;
  }

  @Override
  public void react(Received<AbandonChangeCredentials> message, Outgoing out) {
    AbandonChangeCredentials command = message.body();
    plans.decide(
        command.botId(),
        SagaIds.of(message),
        out,
        null,
        known -> ChangeCredentialsInEngine.onAbandon(known, command));
  }
}
