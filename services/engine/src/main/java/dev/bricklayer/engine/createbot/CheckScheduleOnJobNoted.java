package dev.bricklayer.engine.createbot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.createbot.JobNoted;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Looks at the schedule before an account is made for a job that would never fire. */
@Component
class CheckScheduleOnJobNoted implements Reaction<JobNoted> {

  private final Plans plans;

  CheckScheduleOnJobNoted(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Class<JobNoted> reactsTo() {
    return JobNoted.class;
  }

  @Override
  public void react(Received<JobNoted> message, Outgoing out) {
    JobNoted event = message.body();
    plans.decide(
        event.botId(),
        SagaIds.of(message),
        out,
        null,
        (known, now) ->
            CreateBotInEngine.onJobNoted(known, event, plans.firstRun(event.firstJob(), now)));
  }
}
