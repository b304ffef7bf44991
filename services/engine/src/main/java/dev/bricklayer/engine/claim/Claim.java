package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.Missed;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a due job. The next instant follows from the rule and the instant that is
 * claimed, never from now, so that nothing is skipped however late it is.
 *
 * @param job which
 * @param fire the occurrences that go to delivery, in order
 * @param late whether they are so late that the job's rule for what was missed decides about them
 * @param missed what is not even tried any more; null when nothing
 * @param next when it is due again; null when its schedule has ended
 */
record Claim(
    DueJob job,
    List<Occurrence> fire,
    boolean late,
    @Nullable MissedRun missed,
    @Nullable Instant next) {

  /**
   * Claims an instant, or all the missed ones at once.
   *
   * @param rule the job's rule for what was missed; asked only when something was
   */
  static Claim of(DueJob job, Schedule schedule, ClaimSettings settings, Supplier<Missed> rule) {
    Instant missedUntil = job.now().minus(settings.lateAfter());
    if (job.fireAt().isAfter(missedUntil)) {
      return new Claim(job, List.of(at(job, job.fireAt())), false, null, after(schedule, job));
    }
    List<Instant> overdue = new ArrayList<>();
    Instant next = job.fireAt();
    while (next != null && !next.isAfter(missedUntil) && overdue.size() < settings.longestRun()) {
      overdue.add(next);
      next = schedule.nextAfter(next).orElse(null);
    }
    boolean more = next != null && !next.isAfter(missedUntil);
    int given = firstToTry(overdue, more, rule.get(), job.now());
    return new Claim(
        job,
        overdue.subList(given, overdue.size()).stream().map(instant -> at(job, instant)).toList(),
        true,
        run(overdue.subList(0, given)),
        next);
  }

  /**
   * From here on missed instants go to delivery, which decides about them. The last one always
   * does, whatever the rule: with it the run is reported.
   */
  private static int firstToTry(List<Instant> overdue, boolean more, Missed missed, Instant now) {
    int last = more ? overdue.size() : overdue.size() - 1;
    return switch (missed.rule()) {
      case LATEST, SKIP -> last;
      case EACH -> Math.min(last, countBefore(overdue, now.minus(missed.within())));
    };
  }

  private static int countBefore(List<Instant> overdue, Instant oldest) {
    return (int) overdue.stream().takeWhile(instant -> instant.isBefore(oldest)).count();
  }

  private static @Nullable MissedRun run(List<Instant> instants) {
    return instants.isEmpty()
        ? null
        : new MissedRun(instants.getFirst(), instants.getLast(), instants.size());
  }

  private static Occurrence at(DueJob job, Instant instant) {
    return new Occurrence(job.jobId(), job.botId(), instant);
  }

  private static @Nullable Instant after(Schedule schedule, DueJob job) {
    return schedule.nextAfter(job.fireAt()).orElse(null);
  }
}
