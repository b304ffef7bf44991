package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.changejob.KnownRevision.Applied;
import dev.bricklayer.engine.deletebot.BotFirings;
import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.engine.planning.FirstRuns;
import dev.bricklayer.engine.planning.JobPlans;
import dev.bricklayer.engine.planning.PlannedBot;
import dev.bricklayer.engine.planning.PlannedNow;
import dev.bricklayer.engine.planning.Planning;
import dev.bricklayer.messaging.Outgoing;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries decisions out: reads what is known, writes what is known next, plans, sends. */
@Component
class Revisions {

  private static final Logger log = LoggerFactory.getLogger(Revisions.class);

  /** What decides at which instants a job fires. */
  private static final Set<JobPart> WHEN = EnumSet.of(JobPart.SCHEDULE, JobPart.NOT_BEFORE);

  private final RevisionPlanRepository repository;
  private final JobPlans jobs;
  private final FirstRuns firstRuns;
  private final BotFirings firings;

  Revisions(
      RevisionPlanRepository repository, JobPlans jobs, FirstRuns firstRuns, BotFirings firings) {
    this.repository = repository;
    this.jobs = jobs;
    this.firstRuns = firstRuns;
    this.firings = firings;
  }

  /** A decision about what is known of a change, on the ground that is found. */
  interface Decide {
    Decision<KnownRevision, CheckRevision> of(KnownRevision known, Ground ground);
  }

  /**
   * Decides about a revision, within the caller's transaction and under the job's lock.
   *
   * @return the call to make after the commit; null when there is none
   */
  @Nullable CheckRevision decide(
      RevisionStored revision, SagaId saga, Outgoing out, Decide decision) {
    KnownRevision known = repository.lockAndFind(revision.botId(), saga);
    Ground ground = ground(revision);
    Decision<KnownRevision, CheckRevision> decided = decision.of(known, ground);
    if (!decided.next().equals(known) && decided.next() instanceof Applied(var answer)) {
      apply(revision, answer, ground, decided);
    }
    carryOut(revision.job().id(), known, decided, saga, out);
    return decided.call();
  }

  /** Decides about a change that is not to be, within the caller's transaction. */
  void end(
      BotId bot,
      JobId job,
      SagaId saga,
      Outgoing out,
      Function<KnownRevision, Decision<KnownRevision, CheckRevision>> decision) {
    KnownRevision known = repository.lockAndFind(bot, saga);
    carryOut(job, known, decision.apply(known), saga, out);
  }

  private void carryOut(
      JobId job,
      KnownRevision known,
      Decision<KnownRevision, CheckRevision> decided,
      SagaId saga,
      Outgoing out) {
    if (!decided.next().equals(known)) {
      repository.keep(decided.next(), saga);
      log.info("a change of job {} {} (saga {})", job, inWords(decided.next()), saga);
    }
    decided.send().forEach(out::send);
  }

  private Ground ground(RevisionStored revision) {
    Optional<PlannedBot> bot = jobs.bot(revision.botId());
    if (bot.isEmpty() || firings.isGone(revision.botId())) {
      return new Ground.NoBot();
    }
    if (jobs.isDeleted(revision.job().id())) {
      return new Ground.NoJob();
    }
    Optional<PlannedNow> now = jobs.lock(revision.botId(), revision.job().id());
    FirstRun firstRun = firstRuns.of(revision.job().content(), jobs.now());
    if (now.isPresent()) {
      return new Ground.Planned(bot.get(), firstRun, now.get());
    }
    return revision.addsTheJob() ? new Ground.NewJob(bot.get(), firstRun) : new Ground.NoJob();
  }

  private void apply(
      RevisionStored revision,
      RevisionApplied answer,
      Ground ground,
      Decision<KnownRevision, CheckRevision> decided) {
    RunState run = runOf(decided);
    switch (ground) {
      case Ground.NewJob _ ->
          jobs.add(
              revision.botId(),
              revision.job(),
              new Planning(
                  answer.channel(),
                  revision.mattermostUser(),
                  revision.paused(),
                  true,
                  answer.nextRunAt()),
              run.version());
      case Ground.Planned(_, var firstRun, var now) ->
          jobs.revise(
              revision.job(),
              new Planning(
                  answer.channel(),
                  revision.mattermostUser(),
                  revision.paused(),
                  isAnew(revision, firstRun, now),
                  answer.nextRunAt()),
              run);
      case Ground.NoBot _, Ground.NoJob _ ->
          throw new IllegalStateException("a revision was applied to what is not there");
    }
  }

  /** A rule that stays, of a job that fires, stays planned as it is: nothing of it is lost. */
  private static boolean isAnew(RevisionStored revision, FirstRun firstRun, PlannedNow now) {
    if (revision.paused()) {
      return true;
    }
    boolean stoodStill = now.paused() || now.run().status() != RunState.Status.RUNNING;
    return firstRun instanceof FirstRun.At
        && (stoodStill || !Collections.disjoint(revision.changed(), WHEN));
  }

  private static RunState runOf(Decision<KnownRevision, CheckRevision> decided) {
    return decided.send().stream()
        .filter(RunState.class::isInstance)
        .map(RunState.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a revision that says nothing of its run"));
  }

  private static String inWords(KnownRevision next) {
    return switch (next) {
      case KnownRevision.Unknown _ -> "is unknown";
      case KnownRevision.Joining _ -> "waits for its bot to be let into the channel";
      case KnownRevision.Checking _ -> "has its channel looked at";
      case Applied(var answer) -> "is applied as revision " + answer.revision();
      case KnownRevision.Gone gone -> "is not to be: " + gone.refusal().code().word();
    };
  }
}
