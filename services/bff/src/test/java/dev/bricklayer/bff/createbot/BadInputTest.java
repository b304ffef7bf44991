package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of the call that creates a bot, wrong in every way; nothing of it is kept. */
class BadInputTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena);

  /** What no field of this name may hold, and what is said about it. */
  static Stream<Arguments> oneFault() {
    Bodies good = Bodies.bot("Stand-up");
    return Stream.of(
        arguments("no name", good.without("/name"), "/name", "required"),
        arguments("a null name", good.with("/name", "null"), "/name", "required"),
        arguments("an empty name", good.with("/name", "\"\""), "/name", "required"),
        arguments("a blank name", good.with("/name", "\"  \""), "/name", "required"),
        arguments("a number as name", good.with("/name", "7"), "/name", "invalid"),
        arguments("a long name", good.with("/name", text(65)), "/name", "too-long"),
        arguments("a name of two lines", good.with("/name", "\"a\\nb\""), "/name", "invalid"),
        arguments("a zero in a name", good.with("/name", "\"a\\u0000\""), "/name", "invalid"),
        arguments("a blank before", good.with("/name", "\" a\""), "/name", "invalid"),
        arguments(
            "a name of a blank that does not break",
            good.with("/name", "\"\\u00a0\""),
            "/name",
            "required"),
        arguments(
            "a name that turns its direction",
            good.with("/name", "\"a\\u202eb\""),
            "/name",
            "invalid"),
        arguments("an unknown field", good.with("/colour", "1"), "/colour", "unknown-field"),
        arguments(
            "a job that begins paused",
            good.with("/job/status", "\"PAUSED\""),
            "/job/status",
            "invalid"),
        arguments("no credentials", good.without("/credentials"), "/credentials", "required"),
        arguments(
            "a text as credentials", good.with("/credentials", "\"x\""), "/credentials", "invalid"),
        arguments("no kind", good.without("/credentials/kind"), "/credentials/kind", "required"),
        arguments(
            "an unknown kind",
            good.with("/credentials/kind", "\"magic\""),
            "/credentials/kind",
            "invalid"),
        arguments(
            "managed",
            good.with("/credentials", "{\"kind\": \"managed\"}"),
            "/credentials/kind",
            "link-required"),
        arguments(
            "shared",
            good.with("/credentials", "{\"kind\": \"shared\"}"),
            "/credentials/kind",
            "link-required"),
        arguments("no token", good.without("/credentials/token"), "/credentials/token", "required"),
        arguments(
            "a token with a blank",
            good.with("/credentials/token", "\"abcdefgh ijklmnop\""),
            "/credentials/token",
            "token-invalid"),
        arguments(
            "a token with a line break",
            good.with("/credentials/token", "\"abcdefgh\\r\\nX: y\""),
            "/credentials/token",
            "invalid"),
        arguments(
            "a long token",
            good.with("/credentials/token", text(201)),
            "/credentials/token",
            "too-long"),
        arguments(
            "an unknown field of the credentials",
            good.with("/credentials/scope", "1"),
            "/credentials/scope",
            "unknown-field"),
        arguments("no job", good.without("/job"), "/job", "required"),
        arguments("a list as job", good.with("/job", "[]"), "/job", "invalid"),
        arguments("no short name", good.without("/job/shortName"), "/job/shortName", "required"),
        arguments(
            "a long short name",
            good.with("/job/shortName", text(65)),
            "/job/shortName",
            "too-long"),
        arguments(
            "a short name without width",
            good.with("/job/shortName", "\"\\u200b\\ufeff\""),
            "/job/shortName",
            "required"),
        arguments(
            "a short name that turns its direction",
            good.with("/job/shortName", "\"a\\u2066b\""),
            "/job/shortName",
            "invalid"),
        arguments(
            "a text of fillers",
            good.with("/job/text", "\"\\u3164\\n\\u2800\\u034f\""),
            "/job/text",
            "required"),
        arguments(
            "a status that is none",
            good.with("/job/status", "\"paused\""),
            "/job/status",
            "invalid"),
        arguments("no text", good.without("/job/text"), "/job/text", "required"),
        arguments("a long text", good.with("/job/text", text(16_001)), "/job/text", "too-long"),
        arguments(
            "a bell in a text", good.with("/job/text", "\"a\\u0007\""), "/job/text", "invalid"),
        arguments("no channel", good.without("/job/channel"), "/job/channel", "required"),
        arguments("an empty channel", good.with("/job/channel", "{}"), "/job/channel", "required"),
        arguments(
            "a channel in two ways",
            good.with("/job/channel/id", "\"" + "a".repeat(26) + "\""),
            "/job/channel",
            "invalid"),
        arguments(
            "a team without a channel",
            good.without("/job/channel/name"),
            "/job/channel/name",
            "required"),
        arguments(
            "a channel with a blank",
            good.with("/job/channel/name", "\"re lease\""),
            "/job/channel/name",
            "invalid"),
        arguments(
            "a path as team",
            good.with("/job/channel/team", "\"../acme\""),
            "/job/channel/team",
            "invalid"),
        arguments(
            "a channel's id that is none",
            good.with("/job/channel", "{\"id\": \"release\"}"),
            "/job/channel/id",
            "invalid"),
        arguments(
            "directly to me",
            good.with("/job/channel", "{\"directTo\": \"me\"}"),
            "/job/channel/directTo",
            "link-required"),
        arguments("no schedule", good.without("/job/schedule"), "/job/schedule", "required"),
        arguments(
            "a schedule of nothing",
            good.with("/job/schedule", "{\"timeZone\": \"UTC\"}"),
            "/job/schedule",
            "required"),
        arguments(
            "six fields of cron",
            good.with("/job/schedule/cron", "\"0 0 9 * * *\""),
            "/job/schedule/cron",
            "schedule-invalid"),
        arguments(
            "30 February",
            good.with("/job/schedule/cron", "\"0 9 30 2 *\""),
            "/job/schedule/cron",
            "schedule-impossible"),
        arguments(
            "a number as cron",
            good.with("/job/schedule/cron", "5"),
            "/job/schedule/cron",
            "invalid"),
        arguments(
            "the past",
            good.with("/job/schedule", at("2020-01-01T09:30")),
            "/job/schedule/at",
            "schedule-impossible"),
        arguments(
            "no date",
            good.with("/job/schedule", at("soon")),
            "/job/schedule/at",
            "schedule-invalid"),
        arguments(
            "a zone that is none",
            good.with("/job/schedule/timeZone", "\"Mars/Olympus\""),
            "/job/schedule/timeZone",
            "zone-unknown"),
        arguments(
            "an unknown field of the schedule",
            good.with("/job/schedule/jitter", "1"),
            "/job/schedule/jitter",
            "unknown-field"),
        arguments(
            "a day that is none",
            good.with("/job/schedule", every("[\"MON\", \"FUNDAY\"]")),
            "/job/schedule/every/on/1",
            "invalid"),
        arguments(
            "an unknown rule for the missed",
            good.with("/job/missed", "{\"rule\": \"twice\"}"),
            "/job/missed/rule",
            "invalid"),
        arguments(
            "a time that is none",
            good.with("/job/missed", "{\"within\": \"an hour\"}"),
            "/job/missed/within",
            "invalid"),
        arguments(
            "more than a day",
            good.with("/job/missed", "{\"within\": \"PT25H\"}"),
            "/job/missed/within",
            "invalid"));
  }

  @ParameterizedTest(name = "{0}: {3} at {2}")
  @MethodSource("oneFault")
  void isToldAtItsField(String what, Bodies body, String pointer, String code) {
    Rest.Answer answer = rest.post("/api/v1/bots", body.json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors")).as(answer.text()).hasSize(1);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    assertThat(answer.at("/errors/0/detail")).isNotBlank();
    assertThat(answer.text()).doesNotContain(Bodies.TOKEN);
  }

  @Test
  void isToldAllAtOnce() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots",
            Bodies.bot("x")
                .without("/name")
                .with("/credentials/kind", "\"managed\"")
                .with("/job/text", "7")
                .with("/job/schedule/cron", "\"nonsense\"")
                .with("/job/schedule/timeZone", "\"Mars/Olympus\"")
                .with("/extra", "true")
                .json());

    List<String> pointers =
        IntStream.range(0, answer.json().at("/errors").size())
            .mapToObj(i -> answer.at("/errors/" + i + "/pointer"))
            .distinct()
            .toList();
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "/name",
            "/credentials/kind",
            "/credentials/token",
            "/job/text",
            "/job/schedule/cron",
            "/job/schedule/timeZone",
            "/extra");
  }

  @Test
  void saysItInTheLanguageThatIsAskedFor() {
    Rest.Answer answer =
        rest.in("ru-RU, en;q=0.5")
            .post("/api/v1/bots", Bodies.bot("x").with("/job/schedule/cron", "\"?\"").json());

    assertThat(answer.header("Content-Language")).isEqualTo("ru");
    assertThat(answer.at("/errors/0/detail")).containsPattern("[а-я]{3}");
  }

  static Stream<Arguments> noJson() {
    return Stream.of(
        arguments("nothing", "", 400, "malformed"),
        arguments("half an object", "{\"name\": ", 400, "malformed"),
        arguments("an array", "[]", 400, "malformed"),
        arguments("a field twice", "{\"name\": \"a\", \"name\": \"b\"}", 400, "malformed"),
        arguments("something after it", "{} {}", 400, "malformed"),
        arguments("an enormous body", "{\"name\": " + text(300_000) + "}", 413, "too-large"),
        arguments("a deep body", "{\"a\":".repeat(1000), 400, "malformed"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noJson")
  void isToldThatItCannotBeRead(String what, String body, int status, String code) {
    Rest.Answer answer = rest.post("/api/v1/bots", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/code")).isEqualTo(code);
    assertThat(answer.at("/detail")).isNotBlank();
  }

  @Test
  void isToldThatHalfALetterIsNone() {
    String body = Bodies.bot("half").json().replace("\"half\"", "\"\\ud83d\"");
    assertThat(rest.post("/api/v1/bots", body).at("/errors/0/pointer")).isEqualTo("/name");
  }

  @Test
  void isToldWhichTypeToSend() {
    byte[] body = Bodies.bot("x").json().getBytes(StandardCharsets.UTF_8);

    assertThat(rest.post("/api/v1/bots", body, "text/plain").status()).isEqualTo(415);
    assertThat(rest.post("/api/v1/bots", body, null).status()).isEqualTo(415);
  }

  @Test
  void mayEchoWhatOnlyAnswersHold() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots",
            Bodies.bot(BffWorld.unique("echo"))
                .with("/id", "\"7\"")
                .with("/status", "\"ACTIVE\"")
                .with("/job/id", "\"7\"")
                .with("/job/status", "\"ENDED\"")
                .with("/job/nextRun", "\"never\"")
                .with("/job/inWords", "\"?\"")
                .json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/jobs/0/status")).isEqualTo("ACTIVE");
    forgetWhatWasKept();
  }

  @Test
  void mayBeInAnyScriptAndAsLongAsIsAllowed() {
    String name = "🦊".repeat(50) + BffWorld.unique("я");
    Rest.Answer answer =
        rest.post("/api/v1/bots", Bodies.bot(name).with("/job/text", text(16_000)).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/name")).isEqualTo(name);
    assertThat(answer.at("/jobs/0/text")).hasSize(16_000);
    forgetWhatWasKept();
  }

  @Test
  void aTextMayTurnItsDirection() {
    String text = "\u2067שלום\u2069!";
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots",
            Bodies.bot(BffWorld.unique("rtl")).with("/job/text", "\"" + text + "\"").json());

    assertThat(answer.at("/jobs/0/text")).isEqualTo(text);
    forgetWhatWasKept();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(
            world
                .database()
                .sql("select count(*) from operation where person_id = :person")
                .param("person", lena.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  private void forgetWhatWasKept() {
    world
        .database()
        .sql("delete from operation where person_id = :person")
        .param("person", lena.id().value())
        .update();
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String at(String at) {
    return "{\"at\": \"%s\", \"timeZone\": \"UTC\"}".formatted(at);
  }

  private static String every(String on) {
    return """
        {"every": {"weeks": 2, "on": %s, "at": "09:30", "from": "2026-10-13"}, "timeZone": "UTC"}
        """
        .formatted(on);
  }
}
