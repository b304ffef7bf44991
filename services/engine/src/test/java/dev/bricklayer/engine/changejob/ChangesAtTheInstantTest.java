package dev.bricklayer.engine.changejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.CheckedJobs;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.SettableDatabaseClock;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.checker.JobHistory;
import dev.bricklayer.testkit.checker.Moment;
import dev.bricklayer.testkit.checker.Reckoning;
import dev.bricklayer.testkit.checker.Report;
import dev.bricklayer.testkit.checker.Report.Ending;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every kind of change, shortly before the minute and right at it, to jobs that the leader holds
 * armed. What was acknowledged before wins; where the change and the instant meet, either is right,
 * but nothing is lost, doubled or said wrongly. The checker judges.
 */
class ChangesAtTheInstantTest {

  private static final ScheduleSpec EVERY_MINUTE =
      ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
  private static final ScheduleSpec NEVER_NOW = ScheduleSpec.ofCron("0 0 2 2 *", "Europe/Berlin");
  private static final Reckoning MINUTES = Reckoning.of(EVERY_MINUTE);

  /** The first changes are acknowledged before the minute on the slowest machine, too. */
  private static final Duration LONGEST_LEAD = Duration.ofSeconds(8);

  /** The time before the minute: in what is left of it the jobs are made and claimed. */
  private static final Duration BEFOREHAND = Duration.ofSeconds(14);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static SettableDatabaseClock clock;
  private static Installation installation;
  private static ServiceUnderScript script;
  private static Changes changes;

  private final CheckedJobs jobs = installation.checked();
  private final ConcurrentLinkedQueue<Moment> acknowledged = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start() {
    installation = Installation.byClock(database -> clock = SettableDatabaseClock.in(database));
    installation.engine();
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
    changes = new Changes(script);
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @Test
  void whatWasAcknowledgedBeforeWinsAndNothingIsLostOrDoubled() throws Exception {
    Instant minute = beforeTheMinute();
    List<Duration> leads = List.of(LONGEST_LEAD, Duration.ofSeconds(1), Duration.ofMillis(40));
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Duration lead : leads) {
        for (Change change : kinds()) {
          PlannedJob job = everyMinute(minute);
          people.execute(() -> at(minute.minus(lead), () -> change.of(job)));
        }
      }
    }
    jobs.awaitQuiet(minute.plusSeconds(1));

    Report report = jobs.check(minute.plusSeconds(1)).clean();
    assertThat(acknowledged).hasSize(leads.size() * 7);
    assertThat(acknowledged)
        .as("some before the minute and some not, or the test says nothing")
        .anyMatch(moment -> moment.acknowledged().isBefore(minute))
        .anyMatch(moment -> moment.acknowledged().isAfter(minute));
    assertThat(report.count(Ending.POSTED)).isPositive();
    assertThat(report.count(Ending.TAKEN_BACK)).isPositive();
  }

  private interface Change {
    void of(PlannedJob job);
  }

  private List<Change> kinds() {
    return List.of(
        this::reword,
        this::reschedule,
        this::pause,
        this::pauseAndResume,
        this::delete,
        this::again);
  }

  private void reword(PlannedJob job) {
    String words = "other words for " + job.text();
    change(
        job,
        () -> changes.change(job, EVERY_MINUTE, ChangeJobExample.text(words)),
        (history, moment) -> history.edited(moment, jobs.content(job, MINUTES).saying(words)));
  }

  private void reschedule(PlannedJob job) {
    change(
        job,
        () -> changes.change(job, EVERY_MINUTE, ChangeJobExample.at(NEVER_NOW)),
        (history, moment) -> history.edited(moment, jobs.content(job, Reckoning.of(NEVER_NOW))));
  }

  private void pause(PlannedJob job) {
    change(job, () -> changes.change(job, EVERY_MINUTE, Edit.pause()), JobHistory::silenced);
  }

  private void pauseAndResume(PlannedJob job) {
    pause(job);
    change(job, () -> changes.change(job, 3, EVERY_MINUTE, Edit.resume()), JobHistory::resumed);
  }

  private void delete(PlannedJob job) {
    change(job, () -> changes.delete(job), JobHistory::silenced);
  }

  /** Another job of the same bot takes its place. */
  private void again(PlannedJob job) {
    delete(job);
    Instant asked = installation.ledger().now();
    Instant next = MINUTES.between(asked, asked.plusSeconds(60)).getFirst();
    PlannedJob heir =
        PlannedJob.in(installation).of(job.bot()).cron(PlannedJob.EVERY_MINUTE).dueAt(next);
    jobs.add(heir, new Moment(asked, installation.ledger().now()), MINUTES);
  }

  private void change(PlannedJob job, Runnable asked, CheckedJobs.Change change) {
    acknowledged.add(jobs.change(job, asked, change));
  }

  private PlannedJob everyMinute(Instant minute) {
    return jobs.add(
        PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(minute), MINUTES);
  }

  /** A minute that is to come; the clock is set so that it comes soon. */
  private static Instant beforeTheMinute() {
    Instant now = installation.ledger().now();
    Instant minute = now.plus(BEFOREHAND).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    clock.advance(Duration.between(now, minute).minus(BEFOREHAND));
    return minute;
  }

  private static void at(Instant instant, Runnable work) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !clock.instant().isBefore(instant));
    work.run();
  }
}
