package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.claim.ClaimOverdue;
import dev.bricklayer.engine.claim.NewPlans;
import dev.bricklayer.engine.claim.Rules;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.engine.planning.JobPlanRepository.UnderWay;
import dev.bricklayer.engine.run.FinishedRun;
import dev.bricklayer.engine.run.MissedRuns;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.schedule.Schedule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Jobs as they fire. Everything here belongs to the caller's transaction. A change holds the locks
 * that claims and sendings take, so that it wins over all that is not being sent when it commits:
 * what the leader has armed in its memory finds its row in the ledger taken back.
 */
@Component
public class JobPlans {

  private final JobPlanRepository repository;
  private final Runs runs;
  private final MissedRuns missedRuns;
  private final Rules rules;
  private final NewPlans newPlans;
  private final ClaimOverdue overdue;

  JobPlans(
      JobPlanRepository repository,
      Runs runs,
      MissedRuns missedRuns,
      Rules rules,
      NewPlans newPlans,
      ClaimOverdue overdue) {
    this.repository = repository;
    this.runs = runs;
    this.missedRuns = missedRuns;
    this.rules = rules;
    this.newPlans = newPlans;
    this.overdue = overdue;
  }

  /** The database's time: by it every instant is judged. */
  public Instant now() {
    return repository.now();
  }

  /** A bot that speaks. */
  public Optional<PlannedBot> bot(BotId bot) {
    return repository.bot(bot);
  }

  /** Whether the job was deleted. */
  public boolean isDeleted(JobId job) {
    return repository.isDeleted(job);
  }

  /** How a job fires now; no sender takes any of its occurrences until the transaction ends. */
  public Optional<PlannedNow> lock(BotId bot, JobId job) {
    return repository.lock(bot, job)
        ? Optional.of(repository.read(job, rules, repository.underWay(job)))
        : Optional.empty();
  }

  /** A job that fires from now on; it is written at the end of the transaction. */
  public void add(BotId bot, Job job, Planning planning, long version) {
    Schedule schedule = Schedule.of(job.content().schedule());
    repository.add(bot, job, planning, rules.write(schedule));
    runs.begin(job.id(), version);
    newPlans.announce(planning.nextRunAt());
  }

  /**
   * A job fires differently from now on; the caller has locked it.
   *
   * @param run how it runs from now on
   */
  public void revise(Job job, Planning planning, RunState run) {
    Schedule schedule = Schedule.of(job.content().schedule());
    if (planning.anew()) {
      overdue.claim(job.id());
    }
    repository.revise(job, planning);
    runs.revise(run);
    if (planning.anew()) {
      repository.plan(job.id(), planning.nextRunAt(), rules.write(schedule));
      replan(job, planning, schedule);
      newPlans.announce(planning.nextRunAt());
    }
  }

  /**
   * A job fires no more; the caller has locked it. Its row stays, without its text, only while a
   * sender has one of its occurrences in hand.
   */
  public void remove(JobId job, PlannedNow known) {
    overdue.claim(job);
    for (UnderWay occurrence : repository.underWay(job)) {
      repository.takeBack(job, occurrence.plannedAt(), OccurrenceState.CANCELLED);
    }
    if (known.beingSent()) {
      repository.empty(job);
    } else {
      repository.delete(job);
    }
  }

  /** Leaves the tombstone. */
  public void bury(BotId bot, JobId job, boolean beingSent) {
    repository.bury(bot, job, beingSent);
  }

  /** Whether an occurrence was being sent when the job was deleted. */
  public boolean wasBeingSent(JobId job) {
    return repository.wasBeingSent(job);
  }

  /** What the rule lacks is taken back; what comes back to it lives again. */
  private void replan(Job revised, Planning planning, Schedule schedule) {
    JobId job = revised.id();
    Predicate<Instant> stays =
        instant -> !planning.paused() && has(revised.content(), schedule, instant);
    Map<Boolean, List<UnderWay>> underWay =
        repository.underWay(job).stream()
            .filter(occurrence -> !occurrence.manual())
            .collect(Collectors.partitioningBy(each -> stays.test(each.plannedAt())));
    underWay
        .getOrDefault(true, List.of())
        .forEach(each -> repository.giveBack(job, each.plannedAt()));
    takeBack(underWay.getOrDefault(false, List.of()), planning);
    if (!planning.paused()) {
      repository.takenBackAhead(job).stream()
          .filter(stays)
          .forEach(instant -> repository.revive(job, instant));
    }
  }

  /** With what would have told of them gone, those that were given up before it are told here. */
  private void takeBack(List<UnderWay> occurrences, Planning planning) {
    OccurrenceState end =
        planning.paused() ? OccurrenceState.CANCELLED : OccurrenceState.SUPERSEDED;
    List<Occurrence> untouched =
        occurrences.stream().filter(UnderWay::isUntouched).map(UnderWay::occurrence).toList();
    Collection<FinishedRun.Missed> untold = missedRuns.before(untouched).values();
    for (UnderWay each : occurrences) {
      repository.takeBack(each.occurrence().jobId(), each.plannedAt(), end);
    }
    runs.finished(List.copyOf(untold));
  }

  private static boolean has(JobContent content, Schedule schedule, Instant instant) {
    return !content.passes(instant)
        && schedule.nextAfter(instant.minusMillis(1)).filter(instant::equals).isPresent();
  }
}
