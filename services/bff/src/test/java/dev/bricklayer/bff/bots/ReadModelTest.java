package dev.bricklayer.bff.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown, in whatever order the others tell it. */
class ReadModelTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final CreateBotExample example = CreateBotExample.fresh().ownedBy(lena.id());
  private final ServiceUnderScript bff =
      ServiceUnderScript.of(Service.BFF, TestBroker.bootstrapServers(), world.access());
  private final SagaScript script = bff.run(CreateBotSaga.MAP);

  @AfterEach
  void close() {
    bff.close();
  }

  @Test
  void showsTheBotWhenOnlyTheClosingEventHasCome() {
    script.given(example.botActivated());
    assertThat(shown().at("/status")).isEqualTo("ACTIVE");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("ACTIVE");
    assertThat(shown().at("/jobs/0/nextRun")).endsWith("T09:30:00+03:00");
  }

  @Test
  void staysActiveWhenTheBeginningIsToldAfterTheEnd() {
    script.given(
        example.botActivated(),
        example.jobState(JobState.Status.PENDING, 1),
        example.botState(BotState.Status.PENDING, 1));
    assertThat(shown().at("/status")).isEqualTo("ACTIVE");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("ACTIVE");
  }

  @Test
  void becomesActiveByTheStatesAlone() {
    script.given(
        example.botState(BotState.Status.PENDING, 1), example.jobState(JobState.Status.PENDING, 1));
    assertThat(shown().at("/status")).isEqualTo("PENDING");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("PENDING");
    assertThat(shown().json().at("/jobs/0").has("nextRun")).isFalse();

    script.given(
        example.jobState(JobState.Status.ACTIVE, 2), example.botState(BotState.Status.ACTIVE, 2));
    assertThat(shown().at("/status")).isEqualTo("ACTIVE");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("ACTIVE");
  }

  @Test
  void skipsOlderWords() {
    script.given(
        example.botState(BotState.Status.ACTIVE, 4),
        example.botState(BotState.Status.DELETING, 3),
        example.jobState(JobState.Status.PAUSED, 7),
        example.jobState(JobState.Status.ACTIVE, 6),
        example.botActivated());
    assertThat(shown().at("/status")).isEqualTo("ACTIVE");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("PAUSED");
  }

  @Test
  void isHarmlessTwice() {
    script.when(example.botActivated()).thenNothing().whenDeliveredAgain().thenNothing();
    script.whenSaidAgain().thenNothing();
    assertThat(shown().at("/jobs/0/status")).isEqualTo("ACTIVE");
    assertThat(shown().json().at("/jobs")).hasSize(1);
  }

  @Test
  void showsADeletedBotNoMoreWhateverComesLater() {
    script.given(
        example.botActivated(),
        example.botState(BotState.Status.DELETED, 5),
        example.botState(BotState.Status.ACTIVE, 2),
        example.botActivated());
    assertThat(shown().status()).isEqualTo(404);
    assertThat(bff.rowsNaming(example.name())).doesNotContainKey("public.bot");
  }

  @Test
  void showsAnUndoneBotNoMoreWhenItsBeginningIsToldLate() {
    Refusal archived = Refusal.of(RefusalCode.CHANNEL_ARCHIVED, "/job/channel");
    script.given(
        example.nameReleased(archived),
        example.botState(BotState.Status.PENDING, 1),
        example.jobState(JobState.Status.PENDING, 1));
    assertThat(shown().status()).isEqualTo(404);
  }

  @Test
  void keepsNothingOfABotThatWasRefused() {
    script.given(example.botRefused(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));
    assertThat(bff.rowsNaming(example.bot(), example.job().id())).isEmpty();
  }

  @Test
  void keepsTombstonesOfABotThatWasUndone() {
    Refusal archived = Refusal.of(RefusalCode.CHANNEL_ARCHIVED, "/job/channel");
    script.given(
        example.botState(BotState.Status.PENDING, 1),
        example.jobState(JobState.Status.PENDING, 1),
        example.jobState(JobState.Status.DELETED, 2),
        example.nameReleased(archived),
        example.botState(BotState.Status.DELETED, 2));
    assertThat(bff.rowsNaming(example.bot(), example.job().id()).keySet())
        .containsExactlyInAnyOrder("public.bot", "public.job");
    assertThat(bff.rowsNaming(lena.id())).as("whose it was").isEmpty();
    assertThat(
            world
                .database()
                .sql("select content is null from job where job_id = :job")
                .param("job", example.job().id().value())
                .query(Boolean.class)
                .single())
        .as("what it said")
        .isTrue();
  }

  @Test
  void showsThatTheEngineStoppedTheCurrentRevision() {
    script.given(
        example.botActivated(), run(1, RunState.Status.STOPPED, RefusalCode.CHANNEL_ARCHIVED, 2));
    assertThat(shown().at("/jobs/0/status")).isEqualTo("STOPPED");
    assertThat(shown().at("/jobs/0/stopReason")).isEqualTo("channel-archived");
    assertThat(shown().json().at("/jobs/0").has("nextRun")).isFalse();
  }

  @Test
  void showsTheLastRunInTheSchedulesZone() {
    script.given(example.botActivated(), run(1, RunState.Status.RUNNING, null, 2));
    assertThat(shown().at("/jobs/0/lastRun/plannedAt")).isEqualTo("2026-10-12T09:30:00+03:00");
    assertThat(shown().at("/jobs/0/lastRun/outcome")).isEqualTo("SENT");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("ACTIVE");
  }

  @Test
  void showsABotWhoseCredentialsAreRefusedAsStopped() {
    script.given(
        example.botActivated(),
        new BotRunState(example.bot(), BotRunState.Status.STOPPED, RefusalCode.TOKEN_INVALID, 1));
    assertThat(shown().at("/status")).isEqualTo("STOPPED");
    assertThat(shown().at("/stopReason")).isEqualTo("token-invalid");
    assertThat(shown().at("/jobs/0/status")).isEqualTo("STOPPED");

    script.given(new BotRunState(example.bot(), BotRunState.Status.RUNNING, null, 2));
    assertThat(shown().at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void readsTheScheduleBackInTheLanguageAskedFor() {
    script.given(example.botActivated());
    assertThat(shown().at("/jobs/0/inWords")).isEqualTo("on weekdays at 09:30 (Europe/Moscow)");
    assertThat(
            world
                .at(world.patient(), lena)
                .in("ru")
                .get("/api/v1/bots/" + example.bot())
                .at("/jobs/0/inWords"))
        .isEqualTo("по будням в 09:30 (Europe/Moscow)");
  }

  @Test
  void listsPageByPageInTheOrderOfCreation() {
    for (int i = 0; i < 5; i++) {
      script.given(CreateBotExample.fresh().ownedBy(lena.id()).named("bot " + i).botActivated());
    }
    Rest.Answer first = rest.get("/api/v1/bots?limit=2");
    Rest.Answer second = rest.get(first.at("/next"));
    Rest.Answer third = rest.get(second.at("/next"));

    assertThat(first.json().at("/items")).hasSize(2);
    assertThat(second.json().at("/items")).hasSize(2);
    assertThat(third.json().at("/items")).hasSize(1);
    assertThat(third.json().has("next")).isFalse();
    assertThat(first.at("/items/0/jobs/0/shortName")).isEqualTo("stand-up");

    Rest.Answer written = rest.get("/api/v1/%62ots?limit=2");
    assertThat(rest.get(written.at("/next")).json().at("/items"))
        .as("leads further however the address was written")
        .isEqualTo(second.json().at("/items"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/bots?unknown=1,                                        unknown, unknown-field",
    "/api/v1/bots?LIMIT=5,                                          LIMIT,   unknown-field",
    "/api/v1/bots?%6cimits=5,                                       limits,  unknown-field",
    "/api/v1/bots?limit=1&limit=2,                                  limit,   invalid",
    "/api/v1/bots/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0?verbose,     verbose, unknown-field",
    "/api/v1/operations/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0?wait=1, wait,   unknown-field"
  })
  void refusesAQueryThatItWouldNotLookAt(String path, String parameter, String code) {
    Rest.Answer answer = rest.get(path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/parameter")).isEqualTo(parameter);
    assertThat(answer.at("/errors/0/code")).isEqualTo(code);
  }

  @Test
  void saysWhichParametersThereAre() {
    assertThat(rest.in("en").get("/api/v1/bots?page=2").at("/detail")).contains("after, limit");
    assertThat(rest.in("en").post("/api/v1/bots?dryRun=true", "{}").at("/detail"))
        .contains("no query parameters");
  }

  @Test
  void refusesAPageThatIsNone() {
    Rest.Answer answer = rest.get("/api/v1/bots?limit=0&after=yesterday");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/parameter")).isEqualTo("limit");
    assertThat(answer.at("/errors/1/parameter")).isEqualTo("after");
  }

  @Test
  void knowsNoBotOfAnIdThatIsNone() {
    assertThat(rest.get("/api/v1/bots/42").status()).isEqualTo(404);
    assertThat(rest.get("/api/v1/operations/42").status()).isEqualTo(404);
  }

  private RunState run(
      long revision, RunState.Status status, RefusalCode stopReason, long version) {
    return new RunState(
        example.job().id(),
        example.bot(),
        revision,
        status,
        stopReason,
        new RunState.LastRun(
            Instant.parse("2026-10-12T06:30:00Z"),
            Instant.parse("2026-10-12T06:30:00.120Z"),
            RunState.Outcome.SENT),
        version);
  }

  private Rest.Answer shown() {
    return rest.get("/api/v1/bots/" + example.bot());
  }
}
