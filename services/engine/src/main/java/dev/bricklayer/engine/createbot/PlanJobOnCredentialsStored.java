package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at the channel with the account that was made, then takes the pivot: the job fires, or
 * never will.
 */
@Component
class PlanJobOnCredentialsStored
    implements CallingReaction<CredentialsStored, ChannelCheck, ChannelVerdict> {

  private final Plans plans;
  private final ChannelChecks checks;

  PlanJobOnCredentialsStored(Plans plans, ChannelChecks checks) {
    this.plans = plans;
    this.checks = checks;
  }

  @Override
  public Class<CredentialsStored> reactsTo() {
    return CredentialsStored.class;
  }

  @Override
  public Class<ChannelCheck> callType() {
    return ChannelCheck.class;
  }

  @Override
  public @Nullable Intent<ChannelCheck> intend(Received<CredentialsStored> message, Outgoing out) {
    CredentialsStored event = message.body();
    SagaId saga = SagaIds.of(message);
    CheckChannel call =
        plans.decide(
            event.botId(),
            saga,
            out,
            null,
            (known, _) -> CreateBotInEngine.onCredentialsStored(known, event));
    return call == null ? null : new Intent<>(new ChannelCheck(saga, call), event.deadline());
  }

  @Override
  public Attempt<ChannelVerdict> call(ChannelCheck check) {
    return checks.look(check);
  }

  @Override
  public void conclude(ChannelCheck check, ChannelVerdict verdict, Outgoing out) {
    checks.conclude(check, verdict, out);
  }
}
