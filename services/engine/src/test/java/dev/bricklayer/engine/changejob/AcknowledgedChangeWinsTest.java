package dev.bricklayer.engine.changejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An acknowledged edit, pause or deletion wins over what is armed already: the leader holds each of
 * these occurrences in its memory when the change comes, and publishes it at its instant.
 */
class AcknowledgedChangeWinsTest {

  private static final ScheduleSpec YEARLY =
      ScheduleSpec.ofCron(PlannedJob.YEARLY, "Europe/Berlin");

  /** Within the claim's horizon, and time enough for a change before it. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private static Installation installation;
  private static ServiceUnderScript script;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine("--bricklayer.engine.claim.horizon=150s");
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @Test
  void nothingIsPostedThatWasPausedEditedOrDeletedBefore() {
    PlannedJob paused = PlannedJob.in(installation).dueIn(SOON);
    PlannedJob deleted = PlannedJob.in(installation).dueIn(SOON);
    PlannedJob moved = PlannedJob.in(installation).dueIn(SOON);
    PlannedJob reworded = PlannedJob.in(installation).dueIn(SOON);
    List.of(paused, deleted, moved, reworded).forEach(AcknowledgedChangeWinsTest::awaitClaimed);

    change(paused, Edit.pause());
    change(moved, ChangeJobExample.at(ScheduleSpec.ofCron("0 0 2 2 *", "Europe/Berlin")));
    change(reworded, ChangeJobExample.text("other words for " + reworded.text()));
    script
        .run(DeleteJobSaga.MAP)
        .when(new DeleteJob(bot(deleted), new JobId(deleted.job()), person()))
        .answers();
    assertThat(installation.ledger().now())
        .as("the test is too slow to say anything")
        .isBefore(paused.at());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(installation.posts("other words for " + reworded.text())).hasSize(1));
    assertThat(installation.ledger().states(paused.job())).containsExactly("CANCELLED");
    assertThat(installation.ledger().states(deleted.job())).containsExactly("CANCELLED");
    assertThat(installation.ledger().states(moved.job())).containsExactly("SUPERSEDED");
    assertThat(List.of(paused, deleted, moved, reworded))
        .allSatisfy(job -> assertThat(installation.posts(job.text())).isEmpty());
  }

  @Test
  void anInstantThatComesBackLivesAgain() {
    ScheduleSpec everyMinute = ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
    Instant afterNext =
        installation.ledger().now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(120);
    PlannedJob job = PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(afterNext);
    awaitClaimed(job);

    change(job, 2, everyMinute, Edit.pause());
    assertThat(installation.ledger().states(job.job())).containsOnly("CANCELLED");

    change(job, 3, everyMinute, Edit.resume());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(installation.ledger().states(job.job())).containsOnly("READY"));
    assertThat(installation.ledger().occurrences(job.job()))
        .allSatisfy(row -> assertThat(row.get("look_at")).isNotNull());
  }

  @Test
  void theAnswerSaysThatOneIsBeingSent() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));
    installation.ledger().ready(job, job.at().minusSeconds(3600), Duration.ofHours(1));
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            update occurrence
            set state = 'SENDING', attempt = 1, sending_until = now() + interval '1 hour',
                doubt_since = now(), channel_id = 'somewhere'
            where job_id = :job
            """)
        .param("job", job.job())
        .update();

    List<Message> answers = change(job, Edit.pause());
    assertThat(answers)
        .filteredOn(RevisionApplied.class::isInstance)
        .allMatch(has(RevisionApplied.class, RevisionApplied::beingSent));
    assertThat(installation.ledger().states(job.job())).containsExactly("SENDING");

    List<Message> unplanned =
        script
            .run(DeleteJobSaga.MAP)
            .when(new DeleteJob(bot(job), new JobId(job.job()), person()))
            .answers();
    assertThat(unplanned)
        .filteredOn(JobUnplanned.class::isInstance)
        .allMatch(has(JobUnplanned.class, JobUnplanned::beingSent));
    assertThat(
            installation
                .ledger()
                .jdbc()
                .sql("select text from job where job_id = :job and deleted_at is not null")
                .param("job", job.job())
                .query(String.class)
                .single())
        .as("the row stays until the sending is settled, the text does not")
        .isEmpty();
  }

  private static <T> Predicate<Message> has(Class<T> type, Predicate<T> what) {
    return message -> what.test(type.cast(message));
  }

  private static void awaitClaimed(PlannedJob job) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> installation.ledger().states(job.job()).contains("READY"));
  }

  private static List<Message> change(PlannedJob job, Edit edit) {
    return change(job, 2, YEARLY, edit);
  }

  private static List<Message> change(
      PlannedJob job, long revision, ScheduleSpec schedule, Edit edit) {
    JobContent before =
        new JobContent(
            "job", ChannelRef.named("acme", "release"), job.text(), schedule, Missed.DEFAULT);
    EnumSet<JobPart> changed = EnumSet.copyOf(edit.parts());
    List<Message> answers =
        script
            .run(ChangeJobSaga.MAP)
            .when(
                new RevisionStored(
                    bot(job),
                    person(),
                    null,
                    edit,
                    new Job(new JobId(job.job()), revision, edit.applyTo(before)),
                    edit.status() == JobChange.Wanted.PAUSED,
                    changed,
                    Instant.now().plusSeconds(120)))
            .answers();
    assertThat(answers).hasAtLeastOneElementOfType(RevisionApplied.class);
    return answers;
  }

  private static BotId bot(PlannedJob job) {
    return new BotId(job.bot());
  }

  private static PersonId person() {
    return new PersonId(UUID.randomUUID());
  }
}
