package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class RegistrationTest {

  private static final String USERS = "/api/v1/users";

  private final RunningUser service = RunningUser.shared();
  private final UserCalls calls = service.calls();

  @Test
  void makesAnAccount() {
    String username = UserCalls.freshName();

    Answer answer =
        calls.post(
            USERS,
            Map.of(
                "username", username,
                "password", "ключ от сарая",
                "locale", "ru",
                "timeZone", "Europe/Moscow"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("username")).isEqualTo(username);
    assertThat(answer.text("locale")).isEqualTo("ru");
    assertThat(answer.text("timeZone")).isEqualTo("Europe/Moscow");
    assertThat(calls.logIn(username, "ключ от сарая").status()).isEqualTo(200);
  }

  @Test
  void tellsTheOtherServices() {
    Answer answer =
        calls.post(
            USERS, Map.of("username", UserCalls.freshName(), "password", UserCalls.PASSWORD));

    try (StateTopic topic = new StateTopic()) {
      JsonNode state = topic.statesOf(UUID.fromString(answer.text("id")), 1).getLast();
      assertThat(state.get("username").stringValue()).isEqualTo(answer.text("username"));
      assertThat(state.get("status").stringValue()).isEqualTo("ACTIVE");
      assertThat(state.get("version").longValue()).isEqualTo(1);
      assertThat(state.propertyNames()).doesNotContain("passwordHash", "password");
    }
  }

  @Test
  void speaksTheLanguageOfTheRequestUnlessToldOtherwise() {
    Answer answer =
        calls.send(
            calls
                .request(USERS)
                .header("Accept-Language", "ru")
                .header("Content-Type", "application/json")
                .POST(body(UserCalls.freshName(), UserCalls.PASSWORD)));

    assertThat(answer.text("locale")).isEqualTo("ru");
  }

  @Test
  void keepsNeitherPasswordNorTokenInClear(CapturedOutput output) {
    UserCalls.Person person = calls.newPerson();

    String everything =
        String.join(
            "\n",
            service
                .bean(JdbcClient.class)
                .sql(
                    """
                    select a::text from account a
                    union all select t::text from refresh_token t
                    union all select o::text from messaging.outbox_message o
                    """)
                .query(String.class)
                .list());
    assertThat(everything + output.getAll())
        .contains(person.username())
        .doesNotContain(UserCalls.PASSWORD)
        .doesNotContain(person.accessToken())
        .doesNotContain(person.refreshToken());
  }

  @Test
  void refusesANameThatSomebodyHasInOtherCapitals() {
    String username = UserCalls.freshName();
    calls.post(USERS, Map.of("username", username, "password", UserCalls.PASSWORD));

    Answer second =
        calls.post(
            USERS,
            Map.of("username", username.toUpperCase(Locale.ROOT), "password", UserCalls.PASSWORD));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("name-taken");
    assertThat(second.errors()).containsExactly("/username name-taken");
    assertThat(service.accounts(username)).isOne();
  }

  @Test
  void givesANameToOneOfManyWhoWantItAtOnce() throws Exception {
    String username = UserCalls.freshName();
    Callable<Integer> registering =
        () ->
            calls
                .post(USERS, Map.of("username", username, "password", UserCalls.PASSWORD))
                .status();

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          people.invokeAll(List.of(registering, registering, registering, registering)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username | a                    | invalid",
        "username | lena mueller         | invalid",
        "username | лена                 | invalid",
        "username | -lena                | invalid",
        "username | lena@example.org     | invalid",
        "username | l"
            + "ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-ena-e"
            + " | too-long",
        "password | seven77              | invalid",
        "password | password1            | invalid",
        "password | PASSWORD1            | invalid",
        "password | aaaaaaaaaaaa         | invalid",
        "password | ababababab           | invalid",
        "locale   | de                   | invalid",
        "locale   | EN                   | invalid",
        "timeZone | Europe/Atlantis      | zone-unknown",
        "timeZone | +03:00               | zone-unknown",
      })
  void refusesAFieldThatCannotBe(String field, String value, String code) {
    Map<String, String> body = new HashMap<>();
    body.put("username", UserCalls.freshName());
    body.put("password", UserCalls.PASSWORD);
    body.put(field, value);

    Answer answer = calls.post(USERS, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors()).containsExactly("/" + field + " " + code);
    assertThat(service.accounts(body.get("username"))).isZero();
  }

  @Test
  void refusesThePasswordThatIsTheName() {
    Answer answer =
        calls.post(USERS, Map.of("username", "Robert-Tables", "password", "robert-tables"));

    assertThat(answer.errors()).containsExactly("/password invalid");
  }

  @Test
  void countsAPasswordInCharactersNotInBytes() {
    String seven = "🔑🔑🔑🔒🔒🗝🗝";
    String longest = "🔑🔒🗝🚪".repeat(32);

    assertThat(register(seven).errors()).containsExactly("/password invalid");
    assertThat(register(longest).status()).isEqualTo(201);
    assertThat(register(longest + "🔑").errors()).containsExactly("/password too-long");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    Answer answer = calls.post(USERS, Map.of("username", 7, "locale", "xx", "admin", true));

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/username invalid", "/password required", "/locale invalid", "/admin unknown-field");
  }

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("closed", "KEY", "KEY", 403, "registration-closed"),
        Arguments.of("code", "KEY", "KEY", 201, ""),
        Arguments.of("code", "KEY", "key", 422, "invalid"),
        Arguments.of("code", "KEY", "", 422, "required"));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void letsInOnlyWhomItShould(String mode, String code, String sent, int status, String problem) {
    try (RunningUser other =
        RunningUser.start(
            TestDatabase.fresh("user"),
            Clock.systemUTC(),
            "--bricklayer.registration=" + mode,
            "--bricklayer.registration-code=" + code)) {
      Answer answer = registerWith(other, sent);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.code()).isEqualTo(problem);
      assertThat(other.accounts()).isEqualTo(status == 201 ? 1 : 0);
    }
  }

  @Test
  void makesACodeWhereNoneIsNamedAndEveryCopyTakesIt(CapturedOutput output) {
    DatabaseAccess database = TestDatabase.fresh("user");
    try (RunningUser one = RunningUser.start(database, Clock.systemUTC());
        RunningUser two = RunningUser.start(database, Clock.systemUTC())) {
      String code =
          one.bean(JdbcClient.class)
              .sql("select code from registration_code")
              .query(String.class)
              .single();

      assertThat(output.getAll()).contains(code);
      assertThat(registerWith(one, code).status()).isEqualTo(201);
      assertThat(registerWith(two, code).status()).isEqualTo(201);
      assertThat(registerWith(two, "guess").status()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sometimes", "OPENED"})
  void doesNotStartWithAModeThatIsNone(String mode) {
    assertThat(catchThrowable(() -> startIn(mode)))
        .hasStackTraceContaining("bricklayer.user.registration");
  }

  private static void startIn(String mode) {
    RunningUser.start(
            TestDatabase.fresh("user"), Clock.systemUTC(), "--bricklayer.registration=" + mode)
        .close();
  }

  private Answer register(String password) {
    return calls.post(USERS, Map.of("username", UserCalls.freshName(), "password", password));
  }

  private static Answer registerWith(RunningUser service, String code) {
    Map<String, String> body = new HashMap<>();
    body.put("username", UserCalls.freshName());
    body.put("password", UserCalls.PASSWORD);
    if (!code.isEmpty()) {
      body.put("registrationCode", code);
    }
    return service.calls().post(USERS, body);
  }

  private static BodyPublisher body(String username, String password) {
    return BodyPublishers.ofString(
        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password));
  }
}
