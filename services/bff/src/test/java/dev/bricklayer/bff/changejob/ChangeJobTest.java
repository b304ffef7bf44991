package dev.bricklayer.bff.changejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls that add and change jobs, over HTTP, with all that is behind them. */
class ChangeJobTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String NEW_JOB =
      """
      {"shortName": "retro", "channel": {"team": "acme", "name": "release"}, "text": "Retro",
       "schedule": {"cron": "0 16 * * FRI", "timeZone": "Europe/Berlin"}}
      """;

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final Rest hasty = world.at(world.hasty(), lena).in("en");
  private String bot;
  private String job;
  private BotId botId;
  private Job first;

  @BeforeEach
  void aBotLives() {
    String name = BffWorld.unique("changing");
    Rest.Answer created = rest.post("/api/v1/bots", Bodies.bot(name).json());
    CreateBot command = world.others().command(name).body();
    botId = command.botId();
    first = command.firstJob();
    bot = created.header("Location");
    job = bot + "/jobs/" + first.id();
  }

  @Test
  void answersWithTheJobAsItIsNow() {
    CompletableFuture<Rest.Answer> answer =
        call(() -> rest.patch(job, "{\"text\": \"Other words\", \"status\": \"PAUSED\"}"));
    Received<ChangeJob> command = command();
    assertThat(command.body().change())
        .isEqualTo(
            new JobChange.Edit(null, null, "Other words", null, null, JobChange.Wanted.PAUSED));
    assertThat(command.body().requester()).isEqualTo(lena.id());
    assertThat(command.body().expectedRevision()).isNull();

    say(command, changed(command, JobState.Status.PAUSED, 3));

    assertThat(answer.join().status()).isEqualTo(200);
    assertThat(answer.join().at("/text")).isEqualTo("Other words");
    assertThat(answer.join().at("/status")).isEqualTo("PAUSED");
    assertThat(answer.join().header("ETag")).isEqualTo("\"2\"");
    assertThat(rest.get(job).json()).isEqualTo(answer.join().json());
    assertThat(rest.get(bot).json().at("/jobs/0")).isEqualTo(answer.join().json());
  }

  @Test
  void isSilentUntilAnInstant() {
    Instant until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    CompletableFuture<Rest.Answer> answer =
        call(() -> rest.patch(job, "{\"notBefore\": \"" + until + "\"}"));
    Received<ChangeJob> command = command();
    assertThat(command.body().change()).isEqualTo(JobChange.Edit.silentUntil(until));

    say(command, changed(command, JobState.Status.ACTIVE, 3));

    assertThat(OffsetDateTime.parse(answer.join().at("/notBefore")).toInstant()).isEqualTo(until);
    assertThat(OffsetDateTime.parse(answer.join().at("/nextRun")).toInstant())
        .isAfterOrEqualTo(until);
  }

  @Test
  void isSilentNoLongerWhenThatIsTakenBack() {
    CompletableFuture<Rest.Answer> answer = call(() -> rest.patch(job, "{\"notBefore\": null}"));
    Received<ChangeJob> command = command();
    assertThat(command.body().change())
        .isEqualTo(JobChange.Edit.silentUntil(JobChange.Edit.AT_ONCE));

    say(command, changed(command, JobState.Status.ACTIVE, 3));

    assertThat(answer.join().json().has("notBefore")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2100-01-01T00:00:00Z", "2026-12-07"})
  void isNotSilentForEverNorUntilWhatIsNoInstant(String notBefore) {
    Rest.Answer answer = rest.patch(job, "{\"notBefore\": \"" + notBefore + "\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/notBefore");
  }

  @Test
  void answersWithTheNewJobAndItsAddress() {
    CompletableFuture<Rest.Answer> answer = call(() -> rest.post(bot + "/jobs", NEW_JOB));
    Received<ChangeJob> command = command();
    say(command, changed(command, JobState.Status.ACTIVE, 2));

    assertThat(answer.join().status()).isEqualTo(201);
    assertThat(answer.join().header("Location")).isEqualTo(bot + "/jobs/" + command.body().jobId());
    assertThat(answer.join().at("/shortName")).isEqualTo("retro");
    assertThat(rest.get(bot).json().at("/jobs")).hasSize(2);
  }

  @Test
  void aNewJobDoesNotBeginPaused() {
    Rest.Answer answer =
        rest.post(bot + "/jobs", NEW_JOB.replaceFirst("\\{", "{\"status\": \"PAUSED\", "));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/status");
    assertThat(answer.at("/errors/0/detail")).contains("pause");
  }

  @Test
  void anAdditionThatWasUndoneIsShownNoMore() {
    CompletableFuture<Rest.Answer> answer = call(() -> rest.post(bot + "/jobs", NEW_JOB));
    Received<ChangeJob> command = command();
    Refusal why =
        new Refusal(RefusalCode.BOT_NOT_MEMBER, "/channel", Map.of("channel", "acme/release"));
    say(
        command,
        new JobState(command.body().jobId(), botId, next(command), JobState.Status.PENDING, 1),
        new RevisionDropped(botId, command.body().jobId(), why));

    assertThat(answer.join().status()).isEqualTo(422);
    assertThat(answer.join().at("/errors/0/pointer")).isEqualTo("/channel");
    assertThat(answer.join().at("/errors/0/detail")).contains("acme/release");
    assertThat(rest.get(bot).json().at("/jobs")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "LOCKED,           '',         409, locked",
    "VERSION_CONFLICT, '',         409, version-conflict",
    "JOB_DELETED,      '',         409, job-deleted",
    "SHORT_NAME_TAKEN, /shortName, 409, short-name-taken"
  })
  void answersWithTheReasonOfARefusal(RefusalCode code, String pointer, int status, String word) {
    CompletableFuture<Rest.Answer> answer =
        call(() -> rest.patch(job, "{\"shortName\": \"other\"}"));
    say(command(), new JobChangeRefused(botId, first.id(), Refusal.of(code, pointer)));

    assertThat(answer.join().status()).isEqualTo(status);
    assertThat(answer.join().text()).contains(word);
    assertThat(rest.get(job).at("/shortName")).isEqualTo("daily");
  }

  @Test
  void saysHowManyJobsABotMayHave() {
    CompletableFuture<Rest.Answer> answer = call(() -> rest.post(bot + "/jobs", NEW_JOB));
    Received<ChangeJob> command = command();
    Refusal full = new Refusal(RefusalCode.QUOTA_REACHED, "", Map.of("jobs", "50"));
    say(command, new JobChangeRefused(botId, command.body().jobId(), full));

    assertThat(answer.join().status()).isEqualTo(422);
    assertThat(answer.join().text()).contains("50 jobs");
  }

  @Test
  void handsOnWhichRevisionTheChangeWasMadeFor() {
    String etag = rest.get(job).header("ETag");
    hasty.with("If-Match", etag).patch(job, "{\"status\": \"ACTIVE\"}");
    assertThat(command().body().expectedRevision()).isEqualTo(1);

    Rest.Answer answer = rest.with("If-Match", "yesterday's").patch(job, "{\"text\": \"x\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/code")).isEqualTo("malformed");
  }

  @Test
  void isMadeForOneOfSeveralRevisionsOrForAny() {
    hasty.with("If-Match", "\"7\", \"1\"").patch(job, "{\"status\": \"ACTIVE\"}");
    assertThat(command().body().expectedRevision()).isEqualTo(1);

    hasty.with("If-Match", "*").patch(job, "{\"status\": \"PAUSED\"}");
    assertThat(command().body().expectedRevision()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"1\"", "\"yesterday's\""})
  void isNotMadeForAnotherRevision(String ifMatch) {
    Rest.Answer answer = rest.with("If-Match", ifMatch).patch(job, "{\"text\": \"x\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isEqualTo("version-conflict");
  }

  @Test
  void aRepetitionUnderItsKeyHearsTheSameThoughTheRevisionIsAnother() {
    Rest keyed =
        rest.with("Idempotency-Key", UUID.randomUUID().toString()).with("If-Match", "\"1\"");
    CompletableFuture<Rest.Answer> answer =
        call(() -> keyed.patch(job, "{\"text\": \"Other words\"}"));
    Received<ChangeJob> command = command();
    say(command, changed(command, JobState.Status.ACTIVE, 3));

    assertThat(answer.join().header("ETag")).isEqualTo("\"2\"");
    assertThat(keyed.patch(job, "{\"text\": \"Other words\"}").status()).isEqualTo(200);
  }

  @Test
  void aScheduleWithoutATimeZoneKeepsTheJobs() {
    hasty.patch(job, "{\"schedule\": {\"cron\": \"0 8 * * *\"}}");
    JobChange.Edit edit = (JobChange.Edit) command().body().change();
    assertThat(edit.schedule().timeZone()).isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                        |           | required",
        "{\"status\": \"STOPPED\"}                   |           | required",
        "{\"text\": null}                          | /text     | required",
        "{\"status\": \"PAUSE\"}                     | /status   | invalid",
        "{\"colour\": \"red\", \"text\": \"x\"}      | /colour   | unknown-field",
        "{\"schedule\": {\"cron\": \"0 0 30 2 *\"}}  | /schedule | schedule-impossible"
      })
  void refusesPartsThatMeanNothing(String body, String pointer, String code) {
    Rest.Answer answer = rest.patch(job, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    assertThat(answer.at("/errors/0/pointer")).startsWith(pointer == null ? "" : pointer);
  }

  @Test
  void somebodyElsesJobIsNotThere() {
    Rest other = world.at(world.patient(), Person.named("bob"));
    assertThat(other.get(job).status()).isEqualTo(404);
    assertThat(other.patch(job, "{\"text\": \"x\"}").status()).isEqualTo(404);
    assertThat(other.post(bot + "/jobs", NEW_JOB).status()).isEqualTo(404);
    assertThat(other.delete(job).status()).isEqualTo(404);
  }

  @Test
  void theSameRequestUnderTheSameKeyIsOneChange() {
    Rest keyed = hasty.with("Idempotency-Key", UUID.randomUUID().toString());
    Rest.Answer one = keyed.patch(job, "{\"status\": \"PAUSED\"}");
    Rest.Answer two = keyed.patch(job, "{\"status\": \"PAUSED\"}");

    assertThat(one.status()).isEqualTo(202);
    assertThat(two.at("/id")).isEqualTo(one.at("/id"));
    assertThat(keyed.patch(job, "{\"status\": \"ACTIVE\"}").status()).isEqualTo(422);
  }

  @Test
  void anEditClearsWhatTheEngineSaidOfTheRevisionBefore() {
    world
        .others()
        .say(
            new RunState(
                first.id(),
                botId,
                1,
                RunState.Status.STOPPED,
                RefusalCode.CHANNEL_ARCHIVED,
                null,
                2));
    await().atMost(LONG).until(() -> rest.get(job).at("/status").equals("STOPPED"));

    CompletableFuture<Rest.Answer> answer = call(() -> rest.patch(job, "{\"status\": \"ACTIVE\"}"));
    Received<ChangeJob> command = command();
    say(command, changed(command, JobState.Status.ACTIVE, 3));

    assertThat(answer.join().at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void saysThatOneWasBeingSentUntilThatHasEnded() {
    CompletableFuture<Rest.Answer> answer = call(() -> rest.patch(job, "{\"status\": \"PAUSED\"}"));
    Received<ChangeJob> command = command();
    JobChanged changed = changed(command, JobState.Status.PAUSED, 3);
    say(
        command,
        new JobChanged(botId, changed.job(), changed.status(), changed.channel(), null, true, 3));
    assertThat(answer.join().json().at("/warnings").toString()).contains("being-sent");

    Instant ended = Instant.now().plusSeconds(60);
    world
        .others()
        .say(
            new RunState(
                first.id(),
                botId,
                2,
                RunState.Status.RUNNING,
                null,
                new RunState.LastRun(ended, ended, RunState.Outcome.SENT),
                7));
    await().atMost(LONG).until(() -> rest.get(job).json().at("/lastRun/outcome").isString());
    assertThat(rest.get(job).json().at("/warnings").toString()).doesNotContain("being-sent");
  }

  @Test
  void asksTheEngineWhenItsDeadlineHasPassed() {
    Rest.Answer answer = hasty.patch(job, "{\"status\": \"PAUSED\"}");
    Received<ChangeJob> command = command();
    world
        .database()
        .sql("update operation set look_at = now(), deadline_at = now() where operation_id = :id")
        .param("id", UUID.fromString(answer.at("/id")))
        .update();

    AbandonChangeJob question = world.others().next(AbandonChangeJob.class, botId).body();
    assertThat(question.jobId()).isEqualTo(first.id());
    say(command, new RevisionDropped(botId, first.id(), question.refusal()));

    await()
        .atMost(LONG)
        .until(() -> rest.get(answer.header("Location")).at("/status").equals("UNDONE"));
    assertThat(rest.get(answer.header("Location")).at("/problem/code")).isEqualTo("timed-out");
  }

  private static CompletableFuture<Rest.Answer> call(Supplier<Rest.Answer> call) {
    return CompletableFuture.supplyAsync(call);
  }

  private Received<ChangeJob> command() {
    return world.others().next(ChangeJob.class, botId);
  }

  private void say(Received<ChangeJob> command, Object... messages) {
    world.others().say(command.requiredSaga(), messages);
  }

  private Job next(Received<ChangeJob> command) {
    return switch (command.body().change()) {
      case JobChange.Add(JobContent content) -> new Job(command.body().jobId(), 1, content);
      case JobChange.Edit edit -> new Job(first.id(), 2, edit.applyTo(first.content()));
    };
  }

  private JobChanged changed(Received<ChangeJob> command, JobState.Status status, long version) {
    return new JobChanged(
        botId,
        next(command),
        status,
        new PlannedChannel("releasechannel000000000000", "acme", "release"),
        Instant.parse("2030-01-01T09:00:00Z"),
        false,
        version);
  }
}
