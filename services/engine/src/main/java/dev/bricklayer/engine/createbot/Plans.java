package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.engine.planning.FirstRuns;
import dev.bricklayer.engine.planning.JobPlans;
import dev.bricklayer.engine.planning.Planning;
import dev.bricklayer.messaging.Outgoing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class Plans {

  private static final Logger log = LoggerFactory.getLogger(Plans.class);

  private final PlanRepository repository;
  private final JobPlans jobs;
  private final FirstRuns firstRuns;

  Plans(PlanRepository repository, JobPlans jobs, FirstRuns firstRuns) {
    this.repository = repository;
    this.jobs = jobs;
    this.firstRuns = firstRuns;
  }

  /** A decision about what is known of a bot's first job, at an instant of the database's clock. */
  interface Decide {
    Decision<Plan, CheckChannel> of(Plan known, Instant now);
  }

  /** What a job's schedule says about the future. */
  FirstRun firstRun(Job job, Instant now) {
    return firstRuns.of(job.content(), now);
  }

  /**
   * Decides about one bot, within the caller's transaction.
   *
   * @param call the call whose outcome it is about; null before there was one
   * @return the call to make after the commit; null when there is none
   */
  @Nullable CheckChannel decide(
      BotId bot, SagaId saga, Outgoing out, @Nullable CheckChannel call, Decide decision) {
    PlanRepository.Known found = repository.lockAndFind(bot);
    Plan known = found.plan();
    Decision<Plan, CheckChannel> decided = decision.of(known, found.now());
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      if (decided.next() instanceof Plan.Planned planned && call != null) {
        bringToLife(call, planned, decided);
      }
      log.info("the first job of bot {} {} (saga {})", bot, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
    return decided.call();
  }

  private void bringToLife(
      CheckChannel call, Plan.Planned planned, Decision<Plan, CheckChannel> decided) {
    repository.addBot(call);
    jobs.add(
        planned.botId(),
        call.job(),
        new Planning(planned.channel(), call.requester(), false, true, planned.firstRunAt()),
        versionOf(decided));
  }

  /** The run's row continues where the decision's own message began to count. */
  private static long versionOf(Decision<Plan, CheckChannel> decided) {
    return decided.send().stream()
        .filter(RunState.class::isInstance)
        .mapToLong(message -> ((RunState) message).version())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a plan that says nothing of its run"));
  }

  private static String inWords(Plan next) {
    return switch (next) {
      case Plan.Unknown _ -> "is unknown";
      case Plan.Checked _ -> "would fire; its bot gets an account";
      case Plan.Checking _ -> "has its channel looked at";
      case Plan.Planned planned -> "fires first at " + planned.firstRunAt();
      case Plan.Gone gone -> "is never to fire: " + gone.refusal().code().word();
    };
  }
}
