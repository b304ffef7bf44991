package dev.bricklayer.engine.changejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.SettableDatabaseClock;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a change finds: occurrences that it takes back or gives back, and such as it cannot reach.
 */
class AcknowledgedChangeWinsTest {

  private static final ScheduleSpec YEARLY =
      ScheduleSpec.ofCron(PlannedJob.YEARLY, "Europe/Berlin");

  /** Longer than any of these tests takes. */
  private static final Duration UNDISTURBED = Duration.ofSeconds(40);

  private static SettableDatabaseClock clock;
  private static Installation installation;
  private static ServiceUnderScript script;
  private static Changes changes;

  @BeforeAll
  static void start() {
    installation = Installation.byClock(database -> clock = SettableDatabaseClock.in(database));
    installation.engine("--bricklayer.engine.claim.horizon=150s");
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
    changes = new Changes(script);
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  /** The minute that a test begins in is the one that it ends in. */
  @BeforeEach
  void setTheClockToTheBeginningOfAMinute() {
    Instant now = installation.ledger().now();
    Duration left = Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
    if (left.compareTo(UNDISTURBED) < 0) {
      clock.advance(left);
    }
  }

  @Test
  void anInstantThatComesBackLivesAgain() {
    ScheduleSpec everyMinute = ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
    Instant afterNext =
        installation.ledger().now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(120);
    PlannedJob job = PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(afterNext);
    awaitClaimed(job);

    changes.change(job, 2, everyMinute, Edit.pause());
    assertThat(installation.ledger().states(job.job())).containsOnly("CANCELLED");

    changes.change(job, 3, everyMinute, Edit.resume());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(installation.ledger().states(job.job())).containsOnly("READY"));
    assertThat(installation.ledger().occurrences(job.job()))
        .allSatisfy(row -> assertThat(row.get("look_at")).isNotNull());
  }

  /** Nobody led for a while, and the change comes before the next leader has claimed. */
  @Test
  void whatWasOverdueIsNotLostWithTheRuleItCameFrom() {
    lead("gen_random_uuid()", "now() + interval '10 minutes'");
    Instant threeAgo =
        installation.ledger().now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
    PlannedJob job = PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(threeAgo);

    ScheduleSpec everyMinute = ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
    ScheduleSpec alsoEveryMinute = ScheduleSpec.ofCron("0-59 * * * *", "Europe/Berlin");
    changes.change(job, everyMinute, ChangeJobExample.at(alsoEveryMinute));

    assertThat(installation.ledger().states(job.job())).startsWith("MISSED(1)", "READY");
    lead("gen_random_uuid()", "'-infinity'");
    await().atMost(Duration.ofSeconds(30)).until(() -> !installation.posts(job.text()).isEmpty());
  }

  /** The one that would have told of them is gone with the rule that it came from. */
  @Test
  void whatWasMissedIsToldByAChangeThatTakesBackTheOneAfterIt() {
    lead("gen_random_uuid()", "now() + interval '10 minutes'");
    Instant fiveAgo = installation.ledger().now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(300);
    PlannedJob job = PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(fiveAgo);

    ScheduleSpec everyMinute = ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
    changes.change(job, everyMinute, ChangeJobExample.at(YEARLY));
    lead("gen_random_uuid()", "'-infinity'");

    assertThat(installation.ledger().states(job.job())).startsWith("MISSED(4)", "SUPERSEDED");
    assertThat(installation.ledger().told(job.bot()))
        .singleElement()
        .satisfies(
            missed -> {
              assertThat(missed.path("first").asString()).isEqualTo(fiveAgo.toString());
              assertThat(missed.path("count").asInt()).isEqualTo(4);
            });
  }

  private static void lead(String holder, String until) {
    installation
        .ledger()
        .jdbc()
        .sql("update lease set epoch = epoch + 1, holder = %s, until = %s".formatted(holder, until))
        .update();
  }

  @Test
  void theNextIsSkippedAlsoWhenItIsArmed() {
    ScheduleSpec everyMinute = ScheduleSpec.ofCron(PlannedJob.EVERY_MINUTE, "Europe/Berlin");
    Instant next = installation.ledger().now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    PlannedJob job = PlannedJob.in(installation).cron(PlannedJob.EVERY_MINUTE).dueAt(next);
    awaitClaimed(job);

    changes.change(job, everyMinute, Edit.silentUntil(next.plusSeconds(1)));

    List<String> states = installation.ledger().states(job.job());
    assertThat(states.getFirst()).isEqualTo("SUPERSEDED");
    assertThat(states.subList(1, states.size())).doesNotContain("SUPERSEDED", "CANCELLED");
  }

  @Test
  void theRuleForWhatIsMissedComesWithTheRevision() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));
    Missed each = new Missed(Missed.Rule.EACH, Duration.ofMinutes(30));

    changes.change(job, YEARLY, new Edit(null, null, null, null, each, null));

    assertThat(
            installation
                .ledger()
                .jdbc()
                .sql("select missed_rule || ' ' || missed_within from job where job_id = :job")
                .param("job", job.job())
                .query(String.class)
                .single())
        .isEqualTo("EACH 00:30:00");
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

    List<Message> answers = changes.change(job, YEARLY, Edit.pause());
    assertThat(answers)
        .filteredOn(RevisionApplied.class::isInstance)
        .allMatch(has(RevisionApplied.class, RevisionApplied::beingSent));
    assertThat(installation.ledger().states(job.job())).containsExactly("SENDING");

    List<Message> unplanned = changes.delete(job);
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
}
