package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every end of an occurrence is told, once. */
class NewsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(300);

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
    return await().atMost(PATIENCE).until(() -> told(job), told -> told.size() >= count);
  }

  private static List<JsonNode> told(PlannedJob job) {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select convert_from(payload, 'UTF8')
            from messaging.outbox_message
            where topic = 'engine.reminder.events' and key = :bot
            order by id
            """)
        .param("bot", job.bot().toString())
        .query(String.class)
        .list()
        .stream()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }
}
