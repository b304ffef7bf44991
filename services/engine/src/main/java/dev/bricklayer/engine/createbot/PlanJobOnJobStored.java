package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at channel and schedule, then takes the pivot: the job fires, or never will. */
@Component
class PlanJobOnJobStored implements CallingReaction<JobStored, ChannelCheck, ChannelVerdict> {

  private final Plans plans;
  private final ChannelChecks checks;

  PlanJobOnJobStored(Plans plans, ChannelChecks checks) {
    this.plans = plans;
    this.checks = checks;
  }

  @Override
  public Class<JobStored> reactsTo() {
    return JobStored.class;
  }

  @Override
  public Class<ChannelCheck> callType() {
    return ChannelCheck.class;
  }

  /** Mostly nothing stands against a job; the channel can be looked at meanwhile. */
  @Override
  public @Nullable ChannelCheck foresee(Received<JobStored> message) {
    CheckChannel call = CreateBotInEngine.question(message.body());
    return call.question().onlyLooks() ? new ChannelCheck(SagaIds.of(message), call) : null;
  }

  @Override
  public @Nullable Intent<ChannelCheck> intend(Received<JobStored> message, Outgoing out) {
    JobStored event = message.body();
    SagaId saga = SagaIds.of(message);
    CheckChannel call =
        plans.decide(
            event.botId(),
            saga,
            out,
            null,
            (known, now) ->
                CreateBotInEngine.onJobStored(known, event, plans.firstRun(event.firstJob(), now)));
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
