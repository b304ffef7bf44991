package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.simulator.faults.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a sender left behind that never came back: between SENDING and the end. */
class SettlingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG_AGO = Duration.ofMinutes(2);
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private static Installation installation;
  private static MattermostClient client;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine("--bricklayer.engine.delivery.between-looks=50ms");
    client = new MattermostClient(ClientSettings.of(installation.mattermost().address()));
  }

  @AfterAll
  static void stop() {
    client.close();
    installation.close();
  }

  @Test
  void diedBeforeTheCallLongAgo() {
    PlannedJob job = sending("release", LONG_AGO);
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  @Test
  void diedBeforeTheCallJustNow() {
    PlannedJob job = sending("release", JUST_NOW);
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  @Test
  void diedAfterItWasPosted() {
    PlannedJob job = job("release");
    post(job);
    setSending(job, LONG_AGO);
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
    assertThat(installation.ledger().occurrences(job.job()).getFirst())
        .containsEntry("post_id", installation.posts(job.text()).getFirst().id());
  }

  /**
   * Too late for the same pending_post_id, too early for the channel to prove anything: it may have
   * been sent again, and that request may still hang.
   */
  @Test
  void inBetweenItIsNeitherSentNorGivenUp() {
    Instant began = Instant.now();
    PlannedJob job = job("release");
    setSending(job, Duration.ofSeconds(72), 2);
    await()
        .atMost(PATIENCE)
        .until(() -> (Integer) occurrence(job).get("attempt") == 3 && stillInDoubt(job));
    assertThat(installation.posts(job.text())).isEmpty();
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
    assertThat(installation.posts(job.text()).getFirst().at())
        .isAfterOrEqualTo(began.plus(Duration.ofSeconds(12)));
  }

  @Test
  void inAChannelThatCannotBeReadNobodyKnows() {
    PlannedJob job = sending("secret", LONG_AGO);
    installation.ledger().awaitStates(job, "UNKNOWN");
    assertThat(installation.posts(job.text())).isEmpty();
    assertThat(installation.ledger().run(job.job())).containsEntry("last_outcome", "UNKNOWN");
  }

  @Test
  void aStrangersPropProvesNothing() {
    PlannedJob job = job("release");
    forge(job);
    setSending(job, LONG_AGO);
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text()))
        .extracting(Posted::userId)
        .contains(installation.account().userId())
        .hasSize(2);
  }

  /** A full page of other posts proves nothing: it is looked for behind it. */
  @Test
  void isFoundBehindManyOthers() {
    PlannedJob job = job("town-square");
    post(job);
    for (int i = 0; i < 1_050; i++) {
      say(installation.mattermost().demo().botToken(), channelOf(job), "noise " + i, Map.of());
    }
    setSending(job, LONG_AGO);
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  /** Each look may bring a thousand posts: what many bring at once fits into no small memory. */
  @Test
  void afterADeathFewAreLookedForAtOnce() {
    Faults faults = installation.mattermost().faults();
    faults.add(Fault.on("GET", "/api/v4/channels").before(new Effect.Hang()));
    List<PlannedJob> jobs =
        Stream.of("release", "town-square", "off-topic", "secret", "old")
            .map(channel -> sending(channel, LONG_AGO))
            .toList();

    await().atMost(PATIENCE).until(() -> jobs.stream().allMatch(SettlingTest::isTakenAgain));
    await().atMost(PATIENCE).until(() -> faults.seen().getFirst().hits() >= 4);
    assertThat(faults.seen().getFirst().hits()).isEqualTo(4);
    faults.clear();

    jobs.subList(0, 2).forEach(job -> installation.ledger().awaitStates(job, "SENT"));
  }

  /** A channel with many posts takes many calls to read: not for each that is looked for in it. */
  @Test
  void thoseInOneChannelShareALook() {
    Faults faults = installation.mattermost().faults();
    faults.add(Fault.on("GET", "/api/v4/channels").before(new Effect.Delay(Duration.ofSeconds(2))));
    List<PlannedJob> jobs = IntStream.range(0, 24).mapToObj(_ -> job("town-square")).toList();
    jobs.forEach(SettlingTest::post);
    jobs.forEach(job -> setSending(job, LONG_AGO));

    jobs.forEach(job -> installation.ledger().awaitStates(job, "SENT"));
    assertThat(faults.seen().getFirst().hits()).isLessThan(jobs.size() / 2);
    faults.clear();
    assertThat(jobs).allSatisfy(job -> assertThat(installation.posts(job.text())).hasSize(1));
  }

  @Test
  void neverTakenAlthoughKafkaHadIt() {
    PlannedJob job = job("release");
    installation.ledger().ready(job, job.at(), Duration.ZERO);
    installation
        .ledger()
        .jdbc()
        .sql("update occurrence set published_at = now() where job_id = :job")
        .param("job", job.job())
        .update();
    installation.ledger().awaitStates(job, "SENT");
    assertThat(installation.posts(job.text())).hasSize(1);
  }

  /** A job whose occurrence a sender took so long ago, and then died. */
  private static PlannedJob sending(String channel, Duration ago) {
    PlannedJob job = job(channel);
    setSending(job, ago);
    return job;
  }

  private static PlannedJob job(String channel) {
    return PlannedJob.in(installation).to(channel).notDue();
  }

  private static void setSending(PlannedJob job, Duration ago) {
    setSending(job, ago, 1);
  }

  private static void setSending(PlannedJob job, Duration ago, int attempt) {
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state, look_at, attempt,
              owner, sending_until, doubt_since, channel_id, published_at)
            select :job, :bot, :at, 0, 'SENDING', now(), :attempt, gen_random_uuid(), now(),
              now() - :millis * interval '1 millisecond', channel_id, now()
            from job where job_id = :job
            """)
        .param("job", job.job())
        .param("bot", job.bot())
        .param("at", job.at().atOffset(ZoneOffset.UTC))
        .param("millis", ago.toMillis())
        .param("attempt", attempt)
        .update();
  }

  private static void post(PlannedJob job) {
    as(installation.mattermost().demo().botToken(), job);
  }

  private static void forge(PlannedJob job) {
    as(installation.mattermost().demo().adminToken(), job);
  }

  private static void as(String token, PlannedJob job) {
    Occurrence occurrence = new Occurrence(new JobId(job.job()), new BotId(job.bot()), job.at());
    say(token, channelOf(job), job.text(), PostProps.of(occurrence));
  }

  private static void say(String token, String channel, String text, Map<String, Object> props) {
    Answer<?> answer =
        client.createPost(
            new AccessToken(token), new NewPost(new ChannelId(channel), text, "", props));
    assertThat(answer).isInstanceOf(Answer.Ok.class);
  }

  private static String channelOf(PlannedJob job) {
    return installation
        .ledger()
        .jdbc()
        .sql("select channel_id from job where job_id = :job")
        .param("job", job.job())
        .query(String.class)
        .single();
  }

  private static boolean isTakenAgain(PlannedJob job) {
    return occurrence(job).get("attempt").equals(2);
  }

  private static boolean stillInDoubt(PlannedJob job) {
    return installation.ledger().states(job.job()).equals(List.of("SENDING"));
  }

  private static Map<String, Object> occurrence(PlannedJob job) {
    return installation.ledger().occurrences(job.job()).getFirst();
  }
}
