package dev.bricklayer.benchmarks;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the bff's hooks as Mattermost does when lena of the demo types or clicks, and an endpoint
 * of the same server that does nothing, all through one client.
 */
final class Hooks {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI mattermost;
  private final HttpRequest nothing;
  private final HttpRequest slash;
  private final HttpRequest button;

  /** Asks the stand-in what it would call, and the bff for a menu whose button is clicked then. */
  Hooks(RunningBricklayer bricklayer) throws Exception {
    this.mattermost = bricklayer.mattermost();
    this.nothing =
        HttpRequest.newBuilder(bricklayer.bff().resolve("/actuator/health/liveness")).build();
    String session = logIn();
    JsonNode channel = get(session, "/teams/name/acme/channels/name/release");
    Map<String, String> visitor = new LinkedHashMap<>();
    visitor.put("user_id", get(session, "/users/username/lena").path("id").asString());
    visitor.put("user_name", "lena");
    visitor.put("team_id", channel.path("team_id").asString());
    visitor.put("team_domain", "acme");
    visitor.put("channel_id", channel.path("id").asString());
    visitor.put("channel_name", "release");
    visitor.put("trigger_id", "c2lnbmVk");
    JsonNode command =
        get(session, "/commands?custom_only=true&team_id=" + visitor.get("team_id")).path(0);
    this.slash = slash(command, visitor);
    this.button = button(JSON.readTree(ok(slash)), visitor);
  }

  private String logIn() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(mattermost.resolve("/api/v4/users/login"))
            .POST(BodyPublishers.ofString("{\"login_id\":\"admin\",\"password\":\"admin-demo\"}"))
            .build();
    return http.send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Token")
        .orElseThrow();
  }

  private JsonNode get(String session, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mattermost + "/api/v4" + path))
            .header("Authorization", "Bearer " + session)
            .build();
    return JSON.readTree(ok(request));
  }

  /** Without a response_url, so that a click on the answer redraws it, as on a card. */
  private static HttpRequest slash(JsonNode command, Map<String, String> visitor) {
    Map<String, String> fields = new LinkedHashMap<>(visitor);
    fields.put("token", command.path("token").asString());
    fields.put("command", "/" + command.path("trigger").asString());
    fields.put("text", "");
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(command.path("url").asString()))
        .header("Content-Type", FORM)
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static HttpRequest button(JsonNode menu, Map<String, String> visitor) {
    JsonNode integration =
        menu.path("attachments")
            .valueStream()
            .flatMap(attachment -> attachment.path("actions").valueStream())
            .filter(action -> action.path("name").asString("").equals("Help"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the menu has no help: " + menu))
            .path("integration");
    Map<String, Object> click = new LinkedHashMap<>(visitor);
    click.put("post_id", visitor.get("channel_id"));
    click.put("context", integration.path("context"));
    return HttpRequest.newBuilder(URI.create(integration.path("url").asString()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(click)))
        .build();
  }

  /** Nothing. */
  void callNothing() throws Exception {
    ok(nothing);
  }

  /** The menu. */
  void typeCommand() throws Exception {
    expect(ok(slash), "\"attachments\"");
  }

  /** A button that redraws its card. */
  void clickButton() throws Exception {
    expect(ok(button), "\"update\"");
  }

  private String ok(HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static void expect(String answer, String part) {
    if (!answer.contains(part)) {
      throw new IllegalStateException("an answer without " + part + ": " + answer);
    }
  }
}
