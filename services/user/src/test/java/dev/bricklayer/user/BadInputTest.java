package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.user.UserCalls.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every field of every call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  /** Alone on its database: over the one that is shared, sweeps go on for other tests. */
  private final RunningUser service =
      RunningUser.start(
          TestDatabase.fresh("user"),
          Clock.systemUTC(),
          "--bricklayer.registration=open",
          "--bricklayer.user.throttle.address.at-once=1000000");

  private final UserCalls calls = service.calls();
  private String accessToken = "";
  private List<String> before = List.of();

  /**
   * A call that takes a body.
   *
   * @param required fields that must be there
   * @param optional fields that may be there
   */
  record Call(String method, String path, List<String> required, List<String> optional) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** What is one of some words, or an id. */
  private static final Set<String> CHOICES = Set.of("locale", "bots", "handTo");

  private static final List<Call> CALLS =
      List.of(
          new Call(
              "POST",
              "/api/v1/users",
              List.of("username", "password"),
              List.of("locale", "timeZone")),
          new Call("POST", "/api/v1/tokens", List.of("username", "password"), List.of()),
          new Call("POST", "/api/v1/tokens/refresh", List.of("refreshToken"), List.of()),
          new Call(
              "PATCH",
              "/api/v1/users/me",
              List.of(),
              List.of("username", "password", "currentPassword", "locale", "timeZone")),
          new Call("DELETE", "/api/v1/users/me", List.of("bots"), List.of("handTo", "code")));

  @BeforeAll
  void logIn() {
    accessToken = calls.newPerson().accessToken();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void look() {
    before = rows();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(rows()).isEqualTo(before);
  }

  static Stream<Call> calls() {
    return CALLS.stream();
  }

  static Stream<Arguments> requiredFields() {
    return CALLS.stream()
        .flatMap(call -> call.required().stream().map(field -> Arguments.of(call, field)));
  }

  static Stream<Arguments> fields() {
    return CALLS.stream()
        .flatMap(
            call ->
                Stream.concat(call.required().stream(), call.optional().stream())
                    .map(field -> Arguments.of(call, field)));
  }

  @ParameterizedTest
  @MethodSource("requiredFields")
  void aMissingFieldIsNamed(Call call, String field) {
    assertThat(refused(call, "{}").errors()).contains("/" + field + " required");
    assertThat(refused(call, "{\"%s\": null}".formatted(field)).errors())
        .contains("/" + field + " required");
    assertThat(refused(call, "{\"%s\": \"\"}".formatted(field)).errors())
        .contains("/" + field + (CHOICES.contains(field) ? " invalid" : " required"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldOfTheWrongTypeIsNamed(Call call, String field) {
    for (String value : List.of("7", "true", "[]", "{}", "[\"x\"]", "1e9")) {
      assertThat(refused(call, "{\"%s\": %s}".formatted(field, value)).errors())
          .contains("/" + field + " invalid");
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatIsTooLongIsNamed(Call call, String field) {
    String enormous = "x".repeat(100_000);

    List<String> errors = refused(call, "{\"%s\": \"%s\"}".formatted(field, enormous)).errors();

    assertThat(errors)
        .anyMatch(
            it -> it.matches("/" + field + (CHOICES.contains(field) ? " invalid" : " too-long")));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void controlCharactersAreRefused(Call call, String field) {
    for (String escape : List.of("\\u0000", "\\n", "\\u001b", "\\u009f", "\\ud83d", "\\u202e")) {
      assertThat(refused(call, "{\"%s\": \"abcdefg%s\"}".formatted(field, escape)).errors())
          .contains("/" + field + " invalid");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anUnknownFieldIsNamed(Call call) {
    assertThat(refused(call, "{\"isAdmin\": true}").errors()).contains("/isAdmin unknown-field");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatIsNoJsonObjectIsMalformed(Call call) {
    for (String body : List.of("", "{", "[]", "null", "\"x\"", "{} {}", "{\"a\":1,\"a\":2}")) {
      Answer answer = send(call, "application/json", BodyPublishers.ofString(body));
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed");
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anEnormousBodyIsTooLarge(Call call) {
    byte[] body =
        "{\"username\": \"%s\"}".formatted("x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);

    for (BodyPublisher publisher :
        List.of(
            BodyPublishers.ofByteArray(body),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
      assertThat(send(call, "application/json", publisher).status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anotherFormatIsRefused(Call call) {
    Answer answer =
        send(
            call,
            "application/x-www-form-urlencoded",
            BodyPublishers.ofString("username=lena&password=six-blue-bricks"));

    assertThat(answer.status()).isEqualTo(415);
  }

  private Answer refused(Call call, String body) {
    Answer answer = send(call, "application/json", BodyPublishers.ofString(body));
    assertThat(answer.status()).as(body).isEqualTo(422);
    assertThat(answer.text("detail")).isNotBlank();
    return answer;
  }

  private Answer send(Call call, String contentType, BodyPublisher body) {
    HttpRequest.Builder request =
        calls.request(call.path()).header("Content-Type", contentType).method(call.method(), body);
    if (call.path().endsWith("/me")) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    return calls.send(request);
  }

  private List<String> rows() {
    return service
        .bean(JdbcClient.class)
        .sql(
            """
            select a::text from account a
            union all select f::text from refresh_family f
            union all select t::text from refresh_token t
            union all select c::text from link_code c
            union all select c::text from handover_code c
            union all select d::text from account_deletion d
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
