package dev.bricklayer.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.ScriptedIntegration;
import dev.bricklayer.simulator.ScriptedIntegration.Noted;
import dev.bricklayer.simulator.ScriptedIntegration.Say;
import dev.bricklayer.simulator.SettableClock;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.testkit.mattermost.Heard;
import dev.bricklayer.testkit.mattermost.Websocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Repeats recorded calls against a stand-in, one after the other, with its own ids in place of the
 * recorded ones.
 */
final class Replay implements AutoCloseable {

  private static final Pattern SYMBOL = Pattern.compile("\\{([^{}*\"]+)}");
  private static final Pattern REPEAT = Pattern.compile("\\{(.)\\*(\\d+)}");
  private static final String PASSWORD = "a-password-of-the-test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final SettableClock clock = new SettableClock();
  private final Path data;
  private final String version;
  private final ScriptedIntegration integration = new ScriptedIntegration();
  private final Map<String, Websocket> listeners = new HashMap<>();
  private StandInMattermost standIn;

  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();

  Replay(String version, Path data) {
    this.version = version;
    this.data = data;
    names.put("password", PASSWORD);
    names.put("integration", "http://127.0.0.1:" + integration.port());
    names.put("elsewhere", "http://127.0.0.2:" + integration.port());
    tokens.put("garbage token", "x".repeat(26));
    standIn = StandInMattermost.start(settings());
  }

  private Settings settings() {
    return Settings.forTest().withVersion(version).withData(data).withClock(clock).empty();
  }

  /** The same server, its data kept, with other settings. Nobody listens any longer. */
  void restart(UnaryOperator<Settings> change) {
    listeners.values().forEach(Websocket::close);
    listeners.clear();
    standIn.close();
    standIn = StandInMattermost.start(change.apply(settings()));
  }

  void set(Setting setting, String value) {
    standIn.config().change(switches -> switches.with(setting, value));
  }

  void later(Duration duration) {
    clock.advance(duration);
  }

  void stopTheClock() {
    clock.stop();
  }

  /** Gives somebody or something that was made beforehand its name in the recorded calls. */
  void name(String name, String id) {
    names.put(name, id);
  }

  /** What somebody or something is called in the recorded calls. */
  String named(String name) {
    return symbol("{" + name + "}");
  }

  /** Makes an account and logs it in. */
  void person(String name) throws IOException, InterruptedException {
    String body =
        "{\"username\":\"%s\",\"email\":\"%s@example.test\",\"password\":\"%s\"}"
            .formatted(name, name, PASSWORD);
    String id = text(expect(201, send("nobody", "POST", "/api/v4/users", body)), "id");
    names.put(name, id);
    logIn(name);
  }

  /** Opens a client for somebody: from now on it is noted what they hear. */
  void listen(String name) {
    String token = Objects.requireNonNull(tokens.get(name), "no token of " + name);
    listeners.put(name, Websocket.open(standIn.address(), token));
  }

  /** Whose account is switched off is shown the door. */
  void hasLeft(String name) {
    try (Websocket listener = Objects.requireNonNull(listeners.remove(name), "nobody listens")) {
      listener.awaitClose();
    }
  }

  /** Types the recorded command when nothing was recorded. Returns what the client was answered. */
  JsonNode typeBeforehand(String integrationSays) throws IOException, InterruptedException {
    integration.say(List.of(new Say(200, "application/json", resolved(integrationSays), false)));
    String body =
        "{\"command\":\"/bricklayer\",\"channel_id\":\"{create-channel/id}\",\"team_id\":\"{create-team/id}\"}";
    return beforehand(200, "lena", "POST", "/api/v4/commands/execute", body);
  }

  /** What the integration heard at the last call that was made beforehand. */
  Noted heardBeforehand() {
    return integration.noted().getFirst();
  }

  /** What somebody heard of the last calls. */
  List<Heard> takeEvents(String name) {
    return Objects.requireNonNull(listeners.get(name), "nobody listens").takeAll();
  }

  void logIn(String name) throws IOException, InterruptedException {
    String body = "{\"login_id\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
    HttpResponse<String> login = send("nobody", "POST", "/api/v4/users/login", body);
    tokens.put(name, login.headers().firstValue("Token").orElseThrow());
  }

  /** Makes a call that was not recorded but must have been. */
  JsonNode beforehand(int status, String caller, String method, String path, String body)
      throws IOException, InterruptedException {
    return expect(status, send(caller, method, path, body));
  }

  void tokenOf(String caller, String symbol) {
    tokens.put(caller, symbol(symbol));
  }

  private static JsonNode expect(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(response.body());
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).asString();
  }

  /** Makes the call and compares the answer. */
  void play(RecordedCase recorded) throws IOException, InterruptedException {
    JsonNode facts = recorded.facts();
    String body =
        facts.has("raw")
            ? facts.path("raw").asString()
            : facts.has("body") ? facts.path("body").toString() : "";
    listeners.values().forEach(Websocket::takeAll);
    integration.say(recorded.integrationCalls().stream().map(this::toSay).toList());
    HttpResponse<String> response =
        send(recorded.caller(), recorded.method(), recorded.path(), body);

    List<String> differences = new ArrayList<>();
    if (response.statusCode() != recorded.status()) {
      differences.add("status: expected " + recorded.status() + ", was " + response.statusCode());
    }
    compareHeaders(facts.path("headers"), response, differences);
    if (facts.has("shape")) {
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      answers.put(recorded.name(), answer);
      compareErrorIds(facts, answer, differences);
      differences.addAll(
          Shape.differences(facts.path("shape"), answer, this::symbol, recorded.excerpt()));
    }
    compareIntegrationCalls(recorded, differences);
    if (recorded.hasEvents()) {
      compareEvents(recorded, differences);
    }
    assertThat(differences).as("%s answered %s", recorded, abbreviated(response.body())).isEmpty();
  }

  private Say toSay(JsonNode call) {
    JsonNode answer = call.path("answer");
    return new Say(
        answer.path("status").asInt(200),
        answer.path("type").asString(""),
        resolved(answer.path("body").asString("")),
        answer.path("never").asBoolean(false));
  }

  private void compareIntegrationCalls(RecordedCase recorded, List<String> differences) {
    List<Noted> noted = integration.noted();
    List<JsonNode> expected = recorded.integrationCalls();
    if (noted.size() != expected.size()) {
      differences.add("integration: expected " + expected.size() + " calls, were " + noted);
      return;
    }
    for (int i = 0; i < noted.size(); i++) {
      compareIntegrationCall(expected.get(i), noted.get(i), differences);
    }
  }

  private void compareIntegrationCall(JsonNode expected, Noted noted, List<String> differences) {
    if (!noted.call().equals(expected.path("call").asString())) {
      differences.add("integration: expected " + expected.path("call") + ", was " + noted.call());
    }
    for (var header : expected.path("headers").properties()) {
      String value = resolved(header.getValue().asString());
      if (!noted.header(header.getKey()).equals(value)) {
        differences.add("integration: " + header + ", was " + noted.header(header.getKey()));
      }
    }
    if (expected.has("form")) {
      differences.addAll(
          Shape.differences(expected.path("form"), noted.form(), this::symbol, false));
    }
    if (expected.has("json")) {
      JsonNode json = JsonMapper.shared().readTree(noted.body());
      differences.addAll(Shape.differences(expected.path("json"), json, this::symbol, false));
    }
  }

  /** In any order: real servers tell different people, and different things, side by side. */
  private void compareEvents(RecordedCase recorded, List<String> differences) {
    Map<String, List<Heard>> heard = new HashMap<>();
    heard.put("lena", new ArrayList<>(takeEvents("lena")));
    for (JsonNode expected : recorded.events()) {
      String listener =
          expected.at("/broadcast/user_id").asString("").equals("{bob}") ? "bob" : "lena";
      List<Heard> theirs =
          heard.computeIfAbsent(listener, name -> new ArrayList<>(takeEvents(name)));
      Heard event = firstOf(theirs, expected.path("event").asString());
      if (event == null) {
        differences.add("event " + expected.path("event") + ": not heard by " + listener);
        continue;
      }
      theirs.remove(event);
      if (expected.has("data")) {
        JsonNode data = expected.path("data");
        JsonNode audience = expected.path("broadcast");
        differences.addAll(Shape.differences(data, event.data(), this::symbol, false));
        differences.addAll(Shape.differences(audience, event.audience(), this::symbol, false));
      }
    }
    heard
        .getOrDefault("lena", List.of())
        .forEach(event -> differences.add("event not on the real server: " + event));
  }

  private static @Nullable Heard firstOf(List<Heard> events, String name) {
    return events.stream().filter(event -> event.name().equals(name)).findFirst().orElse(null);
  }

  private static void compareErrorIds(JsonNode facts, JsonNode answer, List<String> differences) {
    String expected = facts.path("error").asString("");
    if (!expected.isEmpty() && !expected.equals(answer.path("id").asString(""))) {
      differences.add("error id: expected " + expected + ", was " + answer.path("id"));
    }
  }

  private static void compareHeaders(
      JsonNode expected, HttpResponse<String> response, List<String> differences) {
    for (var header : expected.properties()) {
      String actual = response.headers().firstValue(header.getKey()).orElse("");
      String type = header.getValue().asString();
      boolean fits =
          switch (type) {
            case "id" -> actual.matches("[a-z0-9]{26}");
            case "number" -> actual.matches("\\d+");
            default ->
                header.getKey().equals("X-Version-Id")
                    ? actual.startsWith(type)
                    : actual.equals(type);
          };
      if (!fits) {
        differences.add(header.getKey() + ": expected " + type + ", was '" + actual + "'");
      }
    }
  }

  private static String abbreviated(String body) {
    return body.length() > 1500 ? body.substring(0, 1500) + "…" : body;
  }

  HttpResponse<String> send(String caller, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(standIn.address() + resolved(path)))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(resolved(body)));
    if (!caller.equals("nobody")) {
      String token = Objects.requireNonNull(tokens.get(caller), "no token of " + caller);
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String resolved(String text) {
    String repeated = REPEAT.matcher(text).replaceAll(Replay::repeat);
    Matcher symbols = SYMBOL.matcher(repeated);
    return symbols.replaceAll(match -> Matcher.quoteReplacement(symbol(match.group())));
  }

  private static String repeat(MatchResult match) {
    return match.group(1).repeat(Integer.parseInt(match.group(2)));
  }

  /** {@code {name}} or {@code {case/pointer}}. */
  private String symbol(String braced) {
    String symbol = braced.substring(1, braced.length() - 1);
    int slash = symbol.indexOf('/');
    String value =
        slash < 0
            ? names.get(symbol)
            : answers
                .getOrDefault(symbol.substring(0, slash), JsonMapper.shared().nullNode())
                .at(symbol.substring(slash))
                .asString("");
    if (value == null || value.isEmpty()) {
      throw new AssertionError("Nothing known of " + braced);
    }
    return value;
  }

  @Override
  public void close() {
    listeners.values().forEach(Websocket::close);
    integration.close();
    standIn.close();
    http.close();
  }
}
