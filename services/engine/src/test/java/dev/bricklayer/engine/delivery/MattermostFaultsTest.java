package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each occurrence is posted once, or not and for a reason, whatever Mattermost does. */
class MattermostFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final String POSTS = "/api/v4/posts";
  private static final String CHANNELS = "/api/v4/channels";

  private static Installation installation;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine(
        "--bricklayer.engine.delivery.first-backoff=200ms",
        "--bricklayer.engine.delivery.longest-backoff=1s");
  }

  @AfterEach
  void allIsWell() {
    installation.mattermost().faults().clear();
    installation.mattermost().up();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void aRefusedConnectionIsTriedAgain() {
    installation.mattermost().down();
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    await().atMost(PATIENCE).until(() -> attempts(job) > 1);

    installation.mattermost().up();

    awaitPostedOnce(job);
  }

  @Test
  void aThrottledPostComesAgainWhenItMay() {
    fault(Fault.on("POST", POSTS).before(new Effect.Throttle("2")).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);

    awaitPostedOnce(job);

    assertThat(post(job).at()).isAfterOrEqualTo(job.at().plusMillis(1_999));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void anErrorBeforeItWasPosted(int status) {
    fault(Fault.on("POST", POSTS).before(new Effect.Fail(status)).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void anErrorAfterItWasPosted(int status) {
    fault(Fault.on("POST", POSTS).after(new Effect.Fail(status)).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  @Test
  void aConnectionThatBreaksBeforeItWasPosted() {
    fault(Fault.on("POST", POSTS).before(new Effect.Reset()).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  @Test
  void aConnectionThatBreaksAfterItWasPosted() {
    fault(Fault.on("POST", POSTS).after(new Effect.Reset()).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  /** The first look fails as well, so the doubt outlives the visit. */
  @Test
  void aConnectionThatBreaksAndAChannelThatCannotBeReadAtOnce() {
    fault(Fault.on("POST", POSTS).after(new Effect.Reset()).times(1));
    fault(Fault.on("GET", CHANNELS).before(new Effect.Fail(503)).times(2));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
    assertThat(attempts(job)).isGreaterThan(1);
  }

  @Test
  void severalErrorsInARow() {
    fault(Fault.on("POST", POSTS).before(new Effect.Fail(502)).times(2));
    fault(Fault.on("POST", POSTS).before(new Effect.Throttle("1")).times(1));
    fault(Fault.on("POST", POSTS).after(new Effect.Reset()).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  /** While the first request is still being worked on, the second is told so. */
  @Test
  void aSecondTryThatMeetsTheFirst() {
    fault(Fault.on("POST", POSTS).inside(Duration.ofSeconds(12)).times(1));
    PlannedJob job = PlannedJob.in(installation).dueIn(SOON);
    awaitPostedOnce(job);
  }

  @Test
  void aRefusedTokenStopsTheBotOnce() {
    UUID bot = UUID.randomUUID();
    PlannedJob one = job(bot).dueIn(SOON);
    PlannedJob two = job(bot).dueIn(SOON);
    PlannedJob later = job(bot).dueIn(Duration.ofHours(1));

    awaitState(one, "FAILED");
    awaitState(two, "FAILED");

    assertThat(bot(bot))
        .containsEntry("status", "STOPPED")
        .containsEntry("stop_reason", "TOKEN_INVALID")
        .containsEntry("version", 1L);
    assertThat(planned(later)).isNull();
    assertThat(installation.ledger().run(one.job())).containsEntry("last_outcome", "FAILED");
    List<JsonNode> told = installation.ledger().told(bot);
    assertThat(told).filteredOn(event -> event.has("voice")).as("of the bot, once").hasSize(1);
    assertThat(told)
        .filteredOn(event -> event.has("text"))
        .as("every text that was not posted")
        .extracting(event -> event.path("text").asString())
        .containsExactlyInAnyOrder(one.text(), two.text());
  }

  @Test
  void aRefusalOfBricklayersOwnTokenStopsAllThatShareItAndIsSaidOnce() {
    PlannedJob sharing = job(UUID.randomUUID()).shared().dueIn(Duration.ofHours(1));
    PlannedJob other = job(UUID.randomUUID()).dueIn(Duration.ofHours(1));
    PlannedJob refused = job(UUID.randomUUID()).shared().dueIn(SOON);

    awaitState(refused, "FAILED");

    assertThat(bot(sharing.bot())).containsEntry("status", "STOPPED");
    assertThat(planned(sharing)).isNull();
    assertThat(bot(other.bot())).containsEntry("status", "RUNNING");
    assertThat(installation.ledger().told(sharing.bot())).isEmpty();
    assertThat(installation.ledger().told(refused.bot()))
        .filteredOn(event -> event.path("voice").asString("").equals("shared"))
        .hasSize(1);
  }

  @Test
  void aRefusalOfOlderCredentialsStopsNothing() {
    UUID bot = UUID.randomUUID();
    fault(Fault.on("POST", POSTS).before(new Effect.Delay(Duration.ofSeconds(2))).times(1));
    PlannedJob job = job(bot).dueIn(SOON);
    awaitState(job, "SENDING");
    installation
        .ledger()
        .jdbc()
        .sql("update bot set credentials_version = 2 where bot_id = :bot")
        .param("bot", bot)
        .update();

    awaitState(job, "FAILED");

    assertThat(bot(bot)).containsEntry("status", "RUNNING");
  }

  @Test
  void aBotThatIsNoMemberStopsTheJob() {
    PlannedJob job = PlannedJob.in(installation).to("off-topic").dueIn(SOON);
    awaitState(job, "FAILED");
    assertThat(installation.ledger().run(job.job()))
        .containsEntry("status", "STOPPED")
        .containsEntry("stop_reason", "BOT_NOT_MEMBER");
    assertThat(planned(job)).isNull();
  }

  @Test
  void aJobThatWasStoppedSendsNothingThatWasClaimedBefore() {
    PlannedJob job = PlannedJob.in(installation).dueIn(Duration.ofHours(1));
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            update run set status = 'STOPPED', stop_reason = 'CHANNEL_ARCHIVED'
            where job_id = :job
            """)
        .param("job", job.job())
        .update();
    installation.ledger().ready(job, installation.ledger().now(), Duration.ZERO);
    awaitState(job, "FAILED");
    assertThat(installation.posts(job.text())).isEmpty();
  }

  private static void fault(Fault fault) {
    installation.mattermost().faults().add(fault);
  }

  private static PlannedJob.Spec job(UUID bot) {
    return PlannedJob.in(installation).of(bot).token("nobodys0token0here00000000");
  }

  private static void awaitPostedOnce(PlannedJob job) {
    awaitState(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
    assertThat(occurrence(job)).containsEntry("post_id", post(job).id());
  }

  private static Posted post(PlannedJob job) {
    return installation.posts(job.text()).getFirst();
  }

  private static void awaitState(PlannedJob job, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(installation.ledger().states(job.job())).isEqualTo(List.of(state)));
  }

  private static int attempts(PlannedJob job) {
    return installation.ledger().occurrences(job.job()).stream()
        .mapToInt(row -> (Integer) row.get("attempt"))
        .sum();
  }

  private static Map<String, Object> occurrence(PlannedJob job) {
    return installation.ledger().occurrences(job.job()).getFirst();
  }

  private static Map<String, Object> bot(UUID bot) {
    return installation
        .ledger()
        .jdbc()
        .sql("select * from bot where bot_id = :bot")
        .param("bot", bot)
        .query()
        .singleRow();
  }

  private static Instant planned(PlannedJob job) {
    OffsetDateTime next =
        installation
            .ledger()
            .jdbc()
            .sql("select next_fire_at from schedule where job_id = :job")
            .param("job", job.job())
            .query((row, _) -> row.getObject(1, OffsetDateTime.class))
            .list()
            .getFirst();
    return next == null ? null : next.toInstant();
  }
}
