package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The call that creates a bot, over HTTP, with all that is behind it. */
class CreateBotTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena);
  private final Rest hastyRest = world.at(world.hasty(), lena);
  private final String name = BffWorld.unique("Stand-up");

  @Test
  void answersWithTheFinishedBot() {
    Instant before = Instant.now();
    Rest.Answer answer = rest.in("en").post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/bots/" + answer.at("/id"));
    assertThat(answer.at("/name")).isEqualTo(name);
    assertThat(answer.at("/status")).isEqualTo("ACTIVE");
    assertThat(answer.at("/username")).isEqualTo("standup");
    assertThat(answer.json().at("/jobs")).hasSize(1);
    assertThat(answer.at("/jobs/0/shortName")).isEqualTo("daily");
    assertThat(answer.at("/jobs/0/channel/team")).isEqualTo("acme");
    assertThat(answer.at("/jobs/0/channel/name")).isEqualTo("release");
    assertThat(answer.at("/jobs/0/text")).isEqualTo("Time for the stand-up!");
    assertThat(answer.at("/jobs/0/schedule/cron")).isEqualTo("* * * * *");
    assertThat(answer.at("/jobs/0/schedule/timeZone")).isEqualTo("Europe/Berlin");
    assertThat(answer.at("/jobs/0/missed/rule")).isEqualTo("latest");
    assertThat(answer.at("/jobs/0/missed/within")).isEqualTo("PT1H");
    assertThat(answer.at("/jobs/0/status")).isEqualTo("ACTIVE");
    assertThat(answer.at("/jobs/0/inWords")).contains("minute").contains("Europe/Berlin");
    assertThat(answer.at("/jobs/0/warnings/0/code")).isEqualTo("frequent");
    assertThat(OffsetDateTime.parse(answer.at("/jobs/0/nextRun")).toInstant())
        .isBetween(before, Instant.now().plusSeconds(60));
    assertThat(answer.text()).doesNotContain(Bodies.TOKEN, "null", "\"credentials\"");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"weeks\": 2, \"on\": [\"TUE\"], \"at\": \"09:30\", \"from\": \"2026-10-13\"}"
            + " | every 2 weeks on Tuesdays at 09:30, from 13 October 2026 (Asia/Tokyo)",
        "{\"month\": \"2nd TUE\", \"at\": \"09:30\"}"
            + " | on the 2nd Tuesday of every month at 09:30 (Asia/Tokyo)",
        "{\"month\": \"last DAY\", \"at\": \"18:00\"}"
            + " | on the last day of every month at 18:00 (Asia/Tokyo)",
      })
  void takesWhatCronCannotSay(String every, String words) {
    String schedule = "{\"every\": %s, \"timeZone\": \"Asia/Tokyo\"}".formatted(every);

    Rest.Answer answer =
        rest.in("en").post("/api/v1/bots", Bodies.bot(name).with("/job/schedule", schedule).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/jobs/0/inWords")).isEqualTo(words);
    assertThat(answer.at("/jobs/0/nextRun")).endsWith("+09:00");
  }

  @Test
  void canBeReadOnEveryCopyAtOnce() {
    String location = rest.post("/api/v1/bots", Bodies.bot(name).json()).header("Location");

    assertThat(rest.get(location).at("/name")).isEqualTo(name);
    assertThat(hastyRest.get(location).at("/jobs/0/shortName")).isEqualTo("daily");
    assertThat(hastyRest.get("/api/v1/bots").at("/items/0/name")).isEqualTo(name);
  }

  @Test
  void sealsTheTokenBeforeItGoesAnywhere() {
    rest.post("/api/v1/bots", Bodies.bot(name).json());

    CreateBot command = world.others().command(name).body();
    assertThat(command.credentials()).isInstanceOf(Credentials.OwnToken.class);
    SealedToken sealed = Objects.requireNonNull(command.credentials().token());
    assertThat(world.opener().open(sealed, command.botId())).isEqualTo(Bodies.TOKEN);
    assertThat(sealed.ciphertext()).doesNotContain(Bodies.TOKEN);
    assertThat(rowsHolding(Bodies.TOKEN)).isZero();
  }

  @Test
  void takesTheAccountsZoneWhereTheRequestNamesNone() {
    world.knows(lena, "ru", "Asia/Tokyo");

    Rest.Answer answer =
        rest.post(
            "/api/v1/bots", Bodies.bot(name).with("/job/schedule", cron("30 9 * * *")).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/jobs/0/schedule/timeZone")).isEqualTo("Asia/Tokyo");
    assertThat(answer.at("/jobs/0/nextRun")).endsWith("T09:30:00+09:00");
    assertThat(answer.at("/jobs/0/inWords")).as("the account's language").contains("каждый день");
    assertThat(world.others().command(name).body().firstJob().content().schedule().timeZone())
        .isEqualTo("Asia/Tokyo");
  }

  @Test
  void knowsZoneAndLanguageFromTheTokenBeforeItHasHeardOfTheAccount() {
    Person unheard = Person.named("new");
    String token =
        world
            .issuer()
            .token(
                unheard,
                header -> header,
                claims -> claims.claim("locale", "ru").claim("zoneinfo", "Asia/Tokyo"));

    Rest.Answer answer =
        BffWorld.nobodyAt(world.patient())
            .with("Authorization", "Bearer " + token)
            .post(
                "/api/v1/bots", Bodies.bot(name).with("/job/schedule", cron("30 9 * * *")).json());

    assertThat(answer.at("/jobs/0/inWords")).isEqualTo("каждый день в 09:30 (Asia/Tokyo)");
  }

  @Test
  void refusesInTheAccountsLanguageWhereTheRequestAsksForNone() {
    world.knows(lena, "ru", "Asia/Tokyo");
    assertThat(rest.post("/api/v1/bots", "{}").at("/errors/0/detail")).containsPattern("[а-я]{3}");
    assertThat(rest.in("en").post("/api/v1/bots", "{}").at("/errors/0/detail"))
        .doesNotContainPattern("[а-я]");
  }

  @Test
  void namesTheChannelThatTheRefusalIsAbout() {
    world
        .others()
        .on(
            name,
            Script.refusing(
                new Refusal(
                    RefusalCode.CHANNEL_ARCHIVED, "/job/channel", Map.of("channel", "acme/old"))));

    assertThat(rest.in("en").post("/api/v1/bots", Bodies.bot(name).json()).at("/detail"))
        .startsWith("The channel acme/old is archived.");
  }

  @Test
  void asksForAZoneThatNobodyHasNamed() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots", Bodies.bot(name).with("/job/schedule", cron("30 9 * * *")).json());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/job/schedule/timeZone");
    assertThat(answer.at("/errors/0/code")).isEqualTo("required");
  }

  @Test
  void answersWithTheOperationWhenItTakesLonger() {
    world.others().on(name, Script.silent());

    Rest.Answer answer = hastyRest.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/operations/" + answer.at("/id"));
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.at("/saga")).isEqualTo("create-bot");
    assertThat(answer.at("/status")).isEqualTo("WORKING");
    assertThat(answer.json().has("problem")).isFalse();

    Received<CreateBot> command = world.others().command(name);
    world
        .others()
        .say(command.requiredSaga(), Script.activating().answer(command.body()).toArray());
    Rest.Answer ended = awaitStatus(answer.header("Location"), "DONE");
    assertThat(ended.at("/result/name")).isEqualTo(name);
    assertThat(ended.at("/result/jobs/0/status")).isEqualTo("ACTIVE");
  }

  @Test
  void answersWithTheRefusalWhenItComesInTime() {
    world.others().on(name, Script.refusing(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));

    Rest.Answer answer = rest.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("/code")).isEqualTo("name-taken");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/name");
    assertThat(answer.at("/errors/0/code")).isEqualTo("name-taken");
  }

  @Test
  void showsNothingOfABotThatWasUndone() {
    world.others().on(name, Script.undoing(Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/job/channel")));

    Rest.Answer answer = rest.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/code")).isEqualTo("bot-not-member");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/job/channel");
    BotId bot = world.others().command(name).body().botId();
    assertThat(rest.get("/api/v1/bots/" + bot).status()).isEqualTo(404);
    assertThat(rest.get("/api/v1/bots").json().at("/items")).isEmpty();
  }

  @Test
  void keepsALateRefusalInTheOperation() {
    world.others().on(name, Script.silent());
    String operation = hastyRest.post("/api/v1/bots", Bodies.bot(name).json()).header("Location");
    Received<CreateBot> command = world.others().command(name);

    world
        .others()
        .say(
            command.requiredSaga(),
            Script.undoing(Refusal.of(RefusalCode.CHANNEL_ARCHIVED, "/job/channel"))
                .answer(command.body())
                .toArray());

    Rest.Answer undone = awaitStatus(operation, "UNDONE");
    assertThat(undone.at("/problem/status")).isEqualTo("422");
    assertThat(undone.at("/problem/code")).isEqualTo("channel-archived");
    assertThat(undone.at("/problem/errors/0/pointer")).isEqualTo("/job/channel");
    assertThat(undone.json().has("result")).isFalse();
  }

  @Test
  void endsOnWhicheverCopyLives() {
    world.others().on(name, Script.silent());
    ConfigurableApplicationContext third =
        world.oneMore("--bricklayer.operations.answer-within=1ms");
    String operation =
        world.at(third, lena).post("/api/v1/bots", Bodies.bot(name).json()).header("Location");
    Received<CreateBot> command = world.others().command(name);
    third.close();

    world
        .others()
        .say(command.requiredSaga(), Script.activating().answer(command.body()).toArray());

    assertThat(awaitStatus(operation, "DONE").at("/result/name")).isEqualTo(name);
  }

  @Test
  void isToldOnlyToWhoAskedForIt() {
    Rest.Answer created = rest.post("/api/v1/bots", Bodies.bot(name).json());
    UUID operation = world.others().command(name).requiredSaga().id();
    Rest bob = world.at(world.patient(), Person.named("bob"));

    assertThat(rest.get("/api/v1/operations/" + operation).at("/status")).isEqualTo("DONE");
    assertThat(bob.get("/api/v1/operations/" + operation).status()).isEqualTo(404);
    assertThat(bob.get(created.header("Location")).status()).isEqualTo(404);
    assertThat(bob.get("/api/v1/bots").json().at("/items")).isEmpty();
  }

  @Test
  void beginsAsOneOperationAndOneCommand() {
    rest.post("/api/v1/bots", Bodies.bot(name).json());

    Received<CreateBot> command = world.others().command(name);
    assertThat(command.requiredSaga().name()).isEqualTo(CreateBotSaga.NAME);
    assertThat(command.body().owner()).isEqualTo(lena.id());
    assertThat(command.body().firstJob().revision()).isEqualTo(1);
    assertThat(
            world
                .database()
                .sql("select bot_id from operation where operation_id = :id")
                .param("id", command.requiredSaga().id())
                .query(UUID.class)
                .single())
        .isEqualTo(command.body().botId().value());
  }

  private Rest.Answer awaitStatus(String operation, String status) {
    return await()
        .atMost(LONG)
        .until(() -> rest.get(operation), answer -> answer.at("/status").equals(status));
  }

  private long rowsHolding(String text) {
    return world
        .database()
        .sql(
            """
            select (select count(*) from messaging.outbox_message m where convert_from(payload, 'UTF8') like :text)
              + (select count(*) from operation o where cast(o as text) like :text)
              + (select count(*) from job j where cast(j as text) like :text)
            """)
        .param("text", "%" + text + "%")
        .query(Long.class)
        .single();
  }

  private static String cron(String cron) {
    return "{\"cron\": \"" + cron + "\"}";
  }
}
