package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.PostId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** One sender has an occurrence, and what it sends is what was acknowledged last. */
class TakeOccurrencesTest {

  private static Installation installation;
  private static TakeOccurrences take;
  private static RecordOutcomes record;

  private final PlannedJob job = PlannedJob.in(installation).notDue();
  private final Occurrence occurrence =
      new Occurrence(new JobId(job.job()), new BotId(job.bot()), job.at());

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    ConfigurableApplicationContext engine = installation.engine();
    take = engine.getBean(TakeOccurrences.class);
    record = engine.getBean(RecordOutcomes.class);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  TakeOccurrencesTest() {
    installation.ledger().ready(job, job.at(), Duration.ofHours(1));
  }

  @Test
  void oneTakingFindsItReady() {
    assertThat(take.take(List.of(occurrence))).hasSize(1);
    assertThat(take.take(List.of(occurrence))).isEmpty();
  }

  @Test
  void someAreTakenThoughOthersAreNot() {
    PlannedJob other = PlannedJob.in(installation).notDue();
    Occurrence strange = new Occurrence(new JobId(other.job()), new BotId(other.bot()), other.at());
    assertThat(take.take(List.of(strange, occurrence)))
        .extracting(Sending::occurrence)
        .containsExactly(occurrence);
  }

  /** A sender that stood still looks again before it writes its request. */
  @Test
  void anEditThatCameMeanwhileWins() {
    Sending first = take.take(List.of(occurrence)).getFirst();
    edit("Stand-up at noon");

    Sending again = take.again(first).orElseThrow();

    assertThat(again.text()).isEqualTo("Stand-up at noon");
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.inDoubt()).isFalse();
  }

  @Test
  void aJobThatWasStoppedMeanwhileSendsNothing() {
    Sending first = take.take(List.of(occurrence)).getFirst();
    installation
        .ledger()
        .jdbc()
        .sql(
            "update run set status = 'STOPPED', stop_reason = 'BOT_NOT_MEMBER' where job_id = :job")
        .param("job", job.job())
        .update();
    assertThat(take.again(first)).isEmpty();
    assertThat(installation.ledger().states(job.job())).containsExactly("FAILED");
  }

  @Test
  void whatAnotherSenderTookMeanwhileIsItsAlone() {
    Sending slow = take.take(List.of(occurrence)).getFirst();
    expire();
    Sending quick = take.take(List.of(occurrence)).getFirst();

    assertThat(quick.inDoubt()).isTrue();
    assertThat(take.again(slow)).isEmpty();
    record.record(new Visit(slow, new Outcome.Again(Duration.ZERO, "too slow")));
    assertThat(installation.ledger().states(job.job())).containsExactly("SENDING");
    record.record(new Visit(quick, new Outcome.Posted(new PostId("p1"))));
    assertThat(installation.ledger().states(job.job())).containsExactly("SENT");
    record.record(new Visit(slow, new Outcome.Posted(new PostId("p2"))));
    assertThat(installation.ledger().occurrences(job.job()).getFirst())
        .containsEntry("post_id", "p1");
  }

  /** The database's clock was set back after it was handed over. */
  @Test
  void whatIsNotDueYetGetsInLineForItsInstant() {
    Instant at = job.at().plusSeconds(2);
    installation.ledger().ready(job, at, Duration.ofHours(1));
    assertThat(take.take(List.of(new Occurrence(occurrence.jobId(), occurrence.botId(), at))))
        .isEmpty();
    assertThat(installation.ledger().states(job.job())).containsExactly("READY", "RETRY");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> installation.ledger().states(job.job()).contains("SENT"));
    assertThat(installation.posts(job.text()).getFirst().at())
        .isAfterOrEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Where the first request went is where it is looked for, wherever the job speaks now. */
  @Test
  void theDoubtStaysInItsChannel() {
    Sending first = take.take(List.of(occurrence)).getFirst();
    expire();
    installation
        .ledger()
        .jdbc()
        .sql("update job set channel_id = 'elsewhere' where job_id = :job")
        .param("job", job.job())
        .update();
    Sending settling = take.take(List.of(occurrence)).getFirst();
    assertThat(settling.channel()).isEqualTo(first.channel());
    assertThat(settling.firstTry()).isBeforeOrEqualTo(settling.takenAt());
  }

  private void edit(String text) {
    installation
        .ledger()
        .jdbc()
        .sql("update job set text = :text, revision = 2 where job_id = :job")
        .param("text", text)
        .param("job", job.job())
        .update();
  }

  private void expire() {
    installation
        .ledger()
        .jdbc()
        .sql("update occurrence set sending_until = now() where job_id = :job")
        .param("job", job.job())
        .update();
  }
}
