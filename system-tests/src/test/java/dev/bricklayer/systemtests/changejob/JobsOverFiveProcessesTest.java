package dev.bricklayer.systemtests.changejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What REST can do with the jobs of a bot, over five processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsOverFiveProcessesTest {

  private static final Map<String, String> YEARLY =
      Map.of("cron", "0 9 1 1 *", "timeZone", "Europe/Berlin");
  private static final Map<String, String> EVERY_MINUTE =
      Map.of("cron", "* * * * *", "timeZone", "Europe/Berlin");
  private static final Map<String, String> RELEASE = Map.of("team", "acme", "name", "release");
  private static final int QUOTA = 5;

  private Fleet fleet;
  private Program program;
  private URI bff;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.servers(
                directory,
                Map.of(
                    "BRICKLAYER_QUOTA_JOBS",
                    String.valueOf(QUOTA),
                    "BRICKLAYER_OPERATIONS_ANSWER_WITHIN",
                    "30s"))
            .withOneOfEach();
    program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
    bff = fleet.one(ServiceName.BFF).address();
  }

  @AfterAll
  void stop() throws Exception {
    fleet.close();
  }

  @AfterEach
  void nothingIsLeftUnderWay() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(rows(ServiceName.STORAGE, "job where saga_id is not null")).isZero();
              assertThat(rows(ServiceName.STORAGE, "job_revision"))
                  .as("a revision for each change that was made, none for the others")
                  .isEqualTo(
                      fleet
                          .rows(ServiceName.STORAGE)
                          .sql("select coalesce(sum(revision), 0) from job")
                          .query(Long.class)
                          .single());
              assertThat(rows(ServiceName.ENGINE, "job"))
                  .isEqualTo(rows(ServiceName.STORAGE, "job"));
              assertThat(rows(ServiceName.ENGINE, "messaging.intent")).isZero();
            });
  }

  @Test
  void addsChangesPausesResumesMovesAndDeletes() throws Exception {
    String bot = bot("Life of a job", job("first", YEARLY));
    Answer added = program.post(bff, bot + "/jobs", job("second", YEARLY));
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    String job = bot + "/jobs/" + added.body().path("id").asString();

    Answer edited =
        changed(job, Map.of("text", "Other words", "schedule", Map.of("cron", "0 8 * * *")));
    assertThat(edited.body().at("/text").asString()).isEqualTo("Other words");
    assertThat(edited.body().at("/schedule/timeZone").asString()).isEqualTo("Europe/Berlin");
    assertThat(edited.body().at("/revision").asInt()).isEqualTo(2);

    assertThat(changed(job, Map.of("status", "PAUSED")).body().at("/status").asString())
        .isEqualTo("PAUSED");
    assertThat(changed(job, Map.of("status", "ACTIVE")).body().at("/nextRun").asString())
        .isNotEmpty();
    Answer moved = changed(job, Map.of("channel", Map.of("team", "acme", "name", "town-square")));
    assertThat(program.get(bff, job).body()).isEqualTo(moved.body());

    assertThat(program.delete(bff, job).status()).isEqualTo(204);
    assertThat(program.get(bff, job).status()).isEqualTo(404);
    assertThat(program.delete(bff, job).status()).isEqualTo(404);
    assertThat(program.get(bff, bot).body().at("/jobs")).hasSize(1);
  }

  @Test
  void refusesWhatCannotBeAndLeavesTheJobAsItWas() throws Exception {
    String bot = bot("Refused", job("first", YEARLY));
    Answer second = program.post(bff, bot + "/jobs", job("second", YEARLY));
    String job = bot + "/jobs/" + second.body().path("id").asString();

    refused(job, Map.of("channel", channel("off-topic")), 422, "bot-not-member", "/channel");
    refused(job, Map.of("channel", channel("old")), 422, "channel-archived", "/channel");
    refused(job, Map.of("channel", channel("nowhere")), 422, "channel-unknown", "/channel");
    refused(job, Map.of("shortName", "FIRST"), 409, "short-name-taken", "/shortName");
    refused(
        job,
        Map.of("schedule", Map.of("cron", "0 0 30 2 *")),
        422,
        "schedule-impossible",
        "/schedule");
    refused(program.patch(bff, job, Map.of("text", "x"), 7), 409, "version-conflict", "");
    refused(
        program.post(bff, bot + "/jobs", job("First", YEARLY)),
        409,
        "short-name-taken",
        "/shortName");
    assertThat(program.get(bff, job).body()).isEqualTo(second.body());

    for (int i = 2; i < QUOTA; i++) {
      assertThat(program.post(bff, bot + "/jobs", job("job " + i, YEARLY)).status()).isEqualTo(201);
    }
    Answer full = program.post(bff, bot + "/jobs", job("one more", YEARLY));
    assertThat(full.code()).isEqualTo("quota-reached");
    assertThat(full.body().toString()).contains("5");
  }

  @Test
  void whatIsAcknowledgedSecondsBeforeItsInstantWins() throws Exception {
    int minute = 1;
    while (!wins("In time " + minute)) {
      assertThat(++minute).as("a machine this slow shows nothing").isLessThan(5);
    }
  }

  /** Whether all was acknowledged in time; then it has won. */
  private boolean wins(String name) throws Exception {
    String bot = bot(name, job("paused", EVERY_MINUTE));
    String paused = bot + "/jobs/" + program.get(bff, bot).body().at("/jobs/0/id").asString();
    String edited = added(bot, "edited");
    String deleted = added(bot, "deleted");
    awaitSecondsToTheMinute(10, 15);
    Instant instant = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);

    changed(paused, Map.of("status", "PAUSED"));
    assertThat(program.delete(bff, deleted).status()).isEqualTo(204);
    changed(edited, Map.of("text", "edited in time"));
    boolean inTime = Instant.now().isBefore(instant);
    if (inTime) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(postedSince(instant)).isNotEmpty());
      assertThat(postedSince(instant)).containsOnly("edited in time");
    }
    assertThat(program.delete(bff, bot).status()).isEqualTo(204);
    return inTime;
  }

  private String added(String bot, String shortName) throws Exception {
    Answer answer = program.post(bff, bot + "/jobs", job(shortName, EVERY_MINUTE));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return bot + "/jobs/" + answer.body().path("id").asString();
  }

  private static void awaitSecondsToTheMinute(int least, int most) {
    await()
        .atMost(Duration.ofSeconds(75))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              long left = 60 - Instant.now().getEpochSecond() % 60;
              return left >= least && left <= most;
            });
  }

  private List<String> postedSince(Instant instant) {
    return fleet.mattermost().posted().stream()
        .filter(post -> !post.at().isBefore(instant))
        .map(post -> post.message())
        .toList();
  }

  private String bot(String name, Map<String, Object> job) throws Exception {
    Answer answer =
        program.createBot(bff, Program.bot(name, fleet.mattermost().demo().botToken(), job));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return "/api/v1/bots/" + answer.body().path("id").asString();
  }

  private static Map<String, Object> job(String shortName, Map<String, String> schedule) {
    return Map.of(
        "shortName", shortName, "channel", RELEASE, "text", shortName, "schedule", schedule);
  }

  private static Map<String, String> channel(String name) {
    return Map.of("team", "acme", "name", name);
  }

  private Answer changed(String job, Map<String, ?> parts) throws Exception {
    Answer answer = program.patch(bff, job, parts);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer;
  }

  private void refused(String job, Map<String, ?> parts, int status, String code, String pointer)
      throws Exception {
    refused(program.patch(bff, job, parts), status, code, pointer);
  }

  private static void refused(Answer answer, int status, String code, String pointer) {
    assertThat(answer.body().toString()).contains(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.pointer()).startsWith(pointer);
  }

  private long rows(ServiceName service, String what) {
    return fleet.rows(service).sql("select count(*) from " + what).query(Long.class).single();
  }
}
