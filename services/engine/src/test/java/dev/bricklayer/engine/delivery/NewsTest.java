package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every end of an occurrence is told, once. */
class NewsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(300);

  /** Nine were missed; the one after them waits to be taken, of a job that stands still by now. */
  private static final String MISSED_AND_STOPPED =
      """
      with stopped as (
        update run set status = 'STOPPED', stop_reason = 'BOT_NOT_MEMBER' where job_id = :job
      )
      insert into occurrence (job_id, bot_id, planned_at, shard, state, late, look_at, final_at,
        missed_from, missed_count)
      select job_id, bot_id, now() - interval '2 minutes', 0, 'MISSED', true, null, now(),
        now() - interval '10 minutes', 9
      from job where job_id = :job
      union all
      select job_id, bot_id, :at, 0, 'READY', true, now() + interval '1 hour', null, null, null
      from job where job_id = :job
      """;

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void ofAPostSayWhereItStands() {
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);

    JsonNode posted = news(job, 1).getFirst();

    assertThat(posted.path("postId").asString())
        .isEqualTo(installation.posts(job.text()).getFirst().id());
    assertThat(Instant.parse(posted.path("at").asString())).isAfterOrEqualTo(job.at());
    assertThat(posted.path("plannedAt").asString()).isEqualTo(job.at().toString());
  }

  @Test
  void ofWhatWasMissedSayHowManyInARow() {
    PlannedJob job = overdueEveryMinute("LATEST");

    List<JsonNode> news = news(job, 2);

    assertThat(news.getFirst().path("first").asString()).isEqualTo(job.at().toString());
    assertThat(news.getFirst().path("count").asInt()).isBetween(8, 10);
    assertThat(news.get(1).has("postId")).isTrue();
  }

  @Test
  void ofWhatWasSkippedCountTheLastWithTheOthers() {
    PlannedJob job = overdueEveryMinute("SKIP");

    assertThat(news(job, 1).getFirst().path("count").asInt()).isBetween(9, 11);
  }

  @Test
  void ofWhatWasRefusedHaveTheReasonAndTheWholeText() {
    PlannedJob job = PlannedJob.in(installation).to("old").dueIn(SOON);

    JsonNode refused = news(job, 1).getFirst();

    assertThat(refused.path("code").asString()).isEqualTo("bot-not-member");
    assertThat(refused.path("reason").asString()).startsWith("403 ");
    assertThat(refused.path("text").asString()).isEqualTo(job.text());
    assertThat(refused.path("maybePosted").asBoolean()).isFalse();
  }

  /** The last of them is given up for another reason, and those before it are told all the same. */
  @Test
  void ofWhatWasMissedAreToldAlsoWhereTheNextWasRefused() {
    PlannedJob job = PlannedJob.in(installation).notDue();
    installation
        .ledger()
        .jdbc()
        .sql(MISSED_AND_STOPPED)
        .param("job", job.job())
        .param("at", job.at().atOffset(ZoneOffset.UTC))
        .update();
    installation.bring(job);

    List<JsonNode> news = news(job, 2);

    assertThat(news.getFirst().path("count").asInt()).isEqualTo(9);
    assertThat(news.get(1).path("code").asString()).isEqualTo("bot-not-member");
  }

  private static PlannedJob overdueEveryMinute(String rule) {
    Instant first =
        installation.ledger().now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
    return PlannedJob.in(installation)
        .cron(PlannedJob.EVERY_MINUTE)
        .missed(rule, Duration.ofHours(1))
        .dueAt(first);
  }

  /** What was told of the job, when there is so much of it. */
  private static List<JsonNode> news(PlannedJob job, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> installation.ledger().told(job.bot()), told -> told.size() >= count);
  }
}
