package dev.bricklayer.problems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"server.address=127.0.0.1", "bricklayer.rest.body-limit=1KB"})
@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTest {

  private static final String GOOD =
      """
      {"name": "lena", "order": {"drink": "tea"}}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  @LocalServerPort int port;
  @Autowired TryOutApplication.VisitController controller;

  @BeforeEach
  void nobodyCame() {
    controller.visits.set(0);
  }

  @Test
  void aGoodBodyIsTaken() throws Exception {
    HttpResponse<String> answer =
        post(
            """
            {"id": 7, "name": "Зоя 👋", "note": "two\\nlines\\t", "tags": ["a"],
             "order": {"drink": "coffee", "guests": 2}}""");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json.readTree(answer.body()))
        .isEqualTo(
            json.readTree(
                """
                {"name": "Зоя 👋", "note": "two\\nlines\\t", "drink": "COFFEE", "guests": 2,
                 "tags": ["a"]}"""));
  }

  @Test
  void allFaultsOfABodyAreToldTogether() throws Exception {
    JsonNode problem =
        refused(
            422,
            "invalid",
            """
            {"name": "longer than eight", "note": 5, "nickname": "x", "tags": ["a", 1, "b\\u0000"],
             "order": {"guests": 10, "sugar": true}}""");

    assertThat(faults(problem))
        .containsExactlyInAnyOrder(
            "/name too-long",
            "/note invalid",
            "/tags too-long",
            "/nickname unknown-field",
            "/order/drink required",
            "/order/guests invalid",
            "/order/sugar unknown-field");
  }

  @Test
  void aProblemHasEveryMemberThatRfc9457Names() throws Exception {
    HttpResponse<String> answer = post("{\"order\": {\"drink\": \"tea\"}}");
    JsonNode problem = json.readTree(answer.body());

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.get("type").stringValue()).endsWith(":required");
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.get("status").intValue()).isEqualTo(422);
    assertThat(problem.get("detail").stringValue()).isEqualTo("This field is needed.");
    assertThat(problem.get("code").stringValue()).isEqualTo("required");
    assertThat(faults(problem)).containsExactly("/name required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"order\":{\"drink\":\"tea\"}}                             | /name            | required",
        "{\"name\":null,\"order\":{\"drink\":\"tea\"}}               | /name            | required",
        "{\"name\":\"\",\"order\":{\"drink\":\"tea\"}}               | /name            | required",
        "{\"name\":\"  \",\"order\":{\"drink\":\"tea\"}}             | /name            | required",
        "{\"name\":\"\\u00a0\",\"order\":{\"drink\":\"tea\"}}         | /name            | required",
        "{\"name\":\"\\u200b\\ufe0f\",\"order\":{\"drink\":\"tea\"}}   | /name            | required",
        "{\"name\":\"\\u3164\",\"order\":{\"drink\":\"tea\"}}         | /name            | required",
        "{\"name\":7,\"order\":{\"drink\":\"tea\"}}                  | /name            | invalid",
        "{\"name\":[\"x\"],\"order\":{\"drink\":\"tea\"}}            | /name            | invalid",
        "{\"name\":\"123456789\",\"order\":{\"drink\":\"tea\"}}      | /name            | too-long",
        "{\"name\":\"a\\nb\",\"order\":{\"drink\":\"tea\"}}          | /name            | invalid",
        "{\"name\":\"a\\u0000\",\"order\":{\"drink\":\"tea\"}}       | /name            | invalid",
        "{\"name\":\"a\\u0085\",\"order\":{\"drink\":\"tea\"}}       | /name            | invalid",
        "{\"name\":\"a\\ud800\",\"order\":{\"drink\":\"tea\"}}       | /name            | invalid",
        "{\"name\":\"a\\u202e\",\"order\":{\"drink\":\"tea\"}}       | /name            | invalid",
        "{\"name\":\"a\\u2028\",\"order\":{\"drink\":\"tea\"}}       | /name            | invalid",
        "{\"name\":\"a\",\"note\":\"\\u0007\",\"order\":{\"drink\":\"tea\"}} | /note    | invalid",
        "{\"name\":\"a\",\"order\":\"tea\"}                          | /order           | invalid",
        "{\"name\":\"a\",\"order\":{\"drink\":\"beer\"}}             | /order/drink     | invalid",
        "{\"name\":\"a\",\"order\":{\"drink\":\"tea\",\"guests\":1.5}}   | /order/guests | invalid",
        "{\"name\":\"a\",\"order\":{\"drink\":\"tea\",\"guests\":1e400}} | /order/guests | invalid",
        "{\"name\":\"a\",\"order\":{\"drink\":\"tea\",\"guests\":\"1\"}} | /order/guests | invalid",
        "{\"name\":\"a\",\"tags\":[],\"order\":{\"drink\":\"tea\"}}  | /tags            | required",
        "{\"name\":\"a\",\"tags\":{},\"order\":{\"drink\":\"tea\"}}  | /tags            | invalid",
        "{\"name\":\"a\",\"tags\":[1],\"order\":{\"drink\":\"tea\"}} | /tags/0          | invalid",
        "{\"name\":\"a\",\"order\":{\"drink\":\"tea\"},\"a/b~c\":1}  | /a~1b~0c         | unknown-field",
      })
  void aFaultyFieldIsNamed(String body, String pointer, String code) throws Exception {
    JsonNode problem = refused(422, code, body);

    assertThat(faults(problem)).containsExactly(pointer + " " + code);
  }

  @Test
  void eightCharactersAreEightCodePoints() throws Exception {
    assertThat(
            post("{\"name\": \"👋👋👋👋👋👋👋👋\", \"order\": {\"drink\": \"tea\"}}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnknownKindDoesNotMakeItsFieldsUnknown() throws Exception {
    HttpResponse<String> answer =
        send(request("/payments").POST(text("{\"kind\": \"gold\", \"ounces\": 1}")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(json.readTree(answer.body()))).containsExactly("/kind invalid");
  }

  @Test
  void anAnswerDoesNotGrowWithTheRequest() throws Exception {
    String unknown = "\"" + "n".repeat(900) + "\": 1";

    JsonNode problem =
        refused(422, "unknown-field", GOOD.replace("{\"name", "{" + unknown + ",\"name"));

    assertThat(faults(problem)).containsExactly(" unknown-field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": }                     | line 1, column",
        "{\"name\": \"a\",}               | line 1, column",
        "{\"name\": \"a\"                 | line 1, column",
        "{'name': 'a'}                    | line 1, column",
        "{\"name\": \"a\"} x              | line 1, column",
        "{\"name\": \"a\"} {}             | line 1, column",
        "{\"name\": 01}                   | line 1, column",
        "{\"name\": NaN}                  | line 1, column",
        "/* */ {}                         | line 1, column",
        "{\"name\": \"a\", \"name\": 1}   | stands twice",
        "[{\"name\": \"a\"}]              | must be a JSON object",
        "\"name\"                         | must be a JSON object",
        "null                             | must be a JSON object",
        "name=a                           | line 1, column",
      })
  void whatIsNoJsonObjectIsMalformed(String body, String said) throws Exception {
    JsonNode problem = refused(400, "malformed", body);

    assertThat(problem.get("detail").stringValue()).contains(said);
    assertThat(problem.has("errors")).isFalse();
  }

  @Test
  void aRawLineBreakInATextIsMalformed() throws Exception {
    refused(400, "malformed", "{\"name\": \"a\nb\"}");
  }

  @Test
  void aNumberOfAThousandDigitsIsMalformed() throws Exception {
    refused(400, "malformed", "{\"name\": " + "9".repeat(900) + "}");
  }

  @Test
  void theLineOfBrokenJsonIsTold() throws Exception {
    JsonNode problem = refused(400, "malformed", "{\n  \"name\": \"a\",\n  \"note\" 5\n}");

    assertThat(problem.get("detail").stringValue()).contains("line 3, column 10");
  }

  @Test
  void anAbsentBodyIsMalformed() throws Exception {
    assertThat(refused(400, "malformed", "").get("detail").stringValue()).contains("missing");
    assertThat(refused(400, "malformed", " \n").get("detail").stringValue()).contains("missing");
  }

  @Test
  void bytesThatAreNotUtf8AreMalformed() throws Exception {
    byte[] latin1 = {'{', '"', 'n', (byte) 0xE9, '"', ':', '1', '}'};

    HttpResponse<String> answer = send(request("/visits").POST(BodyPublishers.ofByteArray(latin1)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UTF-8");
  }

  @Test
  void deepNestingIsMalformed() throws Exception {
    refused(400, "malformed", "{\"a\":".repeat(100) + "1" + "}".repeat(100));
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() throws Exception {
    refused(413, "too-large", "{\"name\": \"" + "a".repeat(1025) + "\"}");
  }

  @Test
  void aBodyOverTheLimitWithoutLengthIsTooLarge() throws Exception {
    byte[] enormous = ("{\"name\": \"" + "a".repeat(200_000) + "\"}").getBytes(UTF_8);

    HttpResponse<String> answer =
        send(
            request("/visits")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(enormous))));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void whoSendsTwentyMegabytesWithoutLookingHearsTheAnswer() throws Exception {
    byte[] enormous = new byte[20_000_000];

    assertProblem(
        send(request("/visits").POST(BodyPublishers.ofByteArray(enormous))), 413, "too-large");
    assertProblem(
        send(
            request("/visits")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(enormous)))),
        413,
        "too-large");
  }

  @Test
  void anAnnouncedEnormousBodyIsRefusedBeforeItIsSent() throws Exception {
    String head =
        """
        POST /visits HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: 5000000000\r
        \r
        """;

    assertThat(raw(head)).startsWith("HTTP/1.1 413").contains("too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/json;charset=utf-16",
        "application/merge-patch+json",
        "json",
        "*/*"
      })
  void anotherContentTypeIsRefused(String contentType) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri("/visits"))
                .header("Content-Type", contentType)
                .POST(text(GOOD)));

    assertProblem(answer, 415, "unsupported-media-type");
    assertThat(answer.headers().firstValue("Accept").orElseThrow()).contains("application/json");
  }

  @Test
  void aCompressedBodyIsRefusedAsSuch() throws Exception {
    HttpResponse<String> answer =
        send(request("/visits").header("Content-Encoding", "gzip").POST(text(GOOD)));

    assertProblem(answer, 415, "unsupported-media-type");
    assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
    assertThat(
            send(request("/visits").header("Content-Encoding", "identity").POST(text(GOOD)))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyWithoutContentTypeIsRefused() throws Exception {
    assertProblem(
        send(HttpRequest.newBuilder(uri("/visits")).POST(text(GOOD))),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/", "/visits/0/1", "/error", "/visits/not-an-id"})
  void anUnknownAddressIsNotFound(String path) throws Exception {
    assertProblem(send(request(path).GET()), 404, "not-found");
  }

  @Test
  void anUnknownIdIsNotFound() throws Exception {
    assertProblem(
        send(request("/visits/0b1c2d3e-4f50-4172-8394-a5b6c7d8e9f0").GET()), 404, "not-found");
  }

  @Test
  void aMethodThatIsNotTakenIsToldWithThoseThatAre() throws Exception {
    HttpResponse<String> answer = send(request("/visits").DELETE());

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void whatWasDoneIsToldWhateverAcceptSays() throws Exception {
    HttpResponse<String> done =
        send(request("/visits").header("Accept", "image/png").POST(text(GOOD)));

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void aProblemIsToldWhateverAcceptSays() throws Exception {
    assertProblem(
        send(request("/visits").header("Accept", "text/html").POST(text("{"))), 400, "malformed");
  }

  @Test
  void faultyParametersAndHeadersAreNamed() throws Exception {
    HttpResponse<String> limit =
        send(request("/visits/0b1c2d3e-4f50-4172-8394-a5b6c7d8e9f0?limit=many").GET());
    HttpResponse<String> parameter = send(request("/needs").GET());
    HttpResponse<String> header = send(request("/needs?q=1").GET());

    assertThat(json.readTree(limit.body()).at("/errors/0/parameter").stringValue())
        .isEqualTo("limit");
    assertThat(json.readTree(parameter.body()).at("/errors/0/parameter").stringValue())
        .isEqualTo("q");
    assertThat(json.readTree(header.body()).at("/errors/0/header").stringValue())
        .isEqualTo("X-Need");
  }

  @Test
  void aThrottledCallerIsToldHowLongToWait() throws Exception {
    HttpResponse<String> answer = send(request("/throttled").GET());

    assertProblem(answer, 429, "too-many-requests");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/busy", "/database-away"})
  void aBusyServiceTellsWhenToComeAgain(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).GET());

    assertProblem(answer, 503, "busy");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void aStatusSetWithoutAnyWordsIsAProblem() throws Exception {
    HttpResponse<String> answer = send(request("/refused-by-the-container").GET());

    assertProblem(answer, 503, "busy");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/a%2fb", "/a;b=%zz", "/visits/..%5c", "/{}", "/%c0%af"})
  void anAddressThatTheContainerRefusesIsAProblem(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").contains("application/problem+json");
    assertThat(answer).doesNotContain("Apache").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%zz HTTP/1.1\r\n",
        "GET /visits HTTP/1.1\r\nX-Long: LONG\r\n",
        "GET /visits HTTP/1.1\r\nTransfer-Encoding: magic\r\n",
        "GET /visits HTTP/1.1\r\nExpect: magic\r\n",
      })
  void aRequestThatTheContainerRefusesIsToldWhatToLookAt(String head) throws Exception {
    String answer =
        raw(
            head.replace("LONG", "x".repeat(10_000))
                + "Host: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .contains("\"title\":\"The request cannot be read\"")
        .contains("malformed")
        .contains("RFC 3986")
        .contains("8 kB");
  }

  @Test
  void aClashPointsAtItsField() throws Exception {
    HttpResponse<String> answer = send(request("/taken").GET());

    assertProblem(answer, 409, "name-taken");
    assertThat(faults(json.readTree(answer.body()))).containsExactly("/name name-taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/broken", "/busy?filterFails=1"})
  void anErrorOfOursIsLoggedUnderAnIdAndTellsNothing(String path, CapturedOutput output)
      throws Exception {
    HttpResponse<String> answer = send(request(path).GET());

    assertProblem(answer, 500, "internal");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    String instance = json.readTree(answer.body()).get("instance").stringValue();
    assertThat(output.getOut()).contains(instance).contains("the secret is 42");
  }

  @Test
  void withoutATokenTheCallerIsAskedForOne() throws Exception {
    HttpResponse<String> answer = send(request("/secured/here").GET());

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer expired", "Bearer", "Bearer a b", "Basic bGVuYTpsZW5h"})
  void aTokenThatIsNotValidIsRefused(String authorization) throws Exception {
    HttpResponse<String> answer =
        send(request("/secured/here").header("Authorization", authorization).GET());

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer.body()).doesNotContain("noon");
  }

  @Test
  void aTokenThatCannotBeCheckedNowIsNotCalledInvalid() throws Exception {
    assertProblem(
        send(request("/secured/here").header("Authorization", "Bearer keys-away").GET()),
        503,
        "busy");
  }

  @Test
  void whoIsKnownAndMayNotIsForbidden() throws Exception {
    assertProblem(
        send(request("/secured/nobody").header("Authorization", "Bearer good").GET()),
        403,
        "forbidden");
  }

  @Test
  void problemsSpeakTheCallersLanguage() throws Exception {
    HttpResponse<String> answer =
        send(request("/visits").header("Accept-Language", "ru-RU,en;q=0.5").POST(text("{}")));

    assertThat(answer.headers().firstValue("Content-Language")).contains("ru");
    assertThat(answer.body()).contains("Это поле обязательно.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "???", "en;q=x"})
  void whoAsksForNoLanguageOfOursHearsEnglish(String language) throws Exception {
    HttpResponse<String> answer =
        send(request("/visits").header("Accept-Language", language).POST(text("{}")));

    assertThat(answer.body()).contains("This field is needed.");
  }

  private JsonNode refused(int status, String code, String body) throws Exception {
    HttpResponse<String> answer = post(body);
    assertProblem(answer, status, code);
    assertThat(controller.visits).hasValue(0);
    return json.readTree(answer.body());
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json.readTree(answer.body()).get("code").stringValue()).isEqualTo(code);
  }

  private static List<String> faults(JsonNode problem) {
    return problem.get("errors").valueStream().map(ProblemsOverHttpTest::fault).toList();
  }

  private static String fault(JsonNode error) {
    assertThat(error.get("detail").stringValue()).isNotBlank();
    return error.get("pointer").stringValue() + " " + error.get("code").stringValue();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(request("/visits").POST(text(body)));
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      // Nothing more comes: the server need not wait for the rest of a body that it has refused.
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
