package dev.bricklayer.systemtests.fleet;

import dev.bricklayer.contracts.PersonId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses Bricklayer over REST, under an account of its own. */
public final class Program {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PASSWORD = "plumb line and level";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String accessToken;

  private Program(URI user, String username) throws Exception {
    Map<String, String> account = Map.of("username", username, "password", PASSWORD);
    send(user.resolve("/api/v1/users"), "POST", account, "");
    accessToken =
        send(user.resolve("/api/v1/tokens"), "POST", account, "")
            .body()
            .path("accessToken")
            .asString();
  }

  /** Registers and logs in. */
  public static Program registered(URI user, String username) throws Exception {
    return new Program(user, username);
  }

  /** An answer: status and JSON body (missing when there is none). */
  public record Answer(int status, JsonNode body) {

    /** The code of the problem that it is. */
    public String code() {
      return body.path("code").asString("");
    }

    /** Where the first error points. */
    public String pointer() {
      return body.path("errors").path(0).path("pointer").asString("");
    }
  }

  public Answer get(URI bff, String path) throws Exception {
    return send(bff.resolve(path), "GET", null, accessToken);
  }

  public Answer post(URI bff, String path, Object body) throws Exception {
    return send(bff.resolve(path), "POST", body, accessToken);
  }

  public Answer patch(URI bff, String path, Object body) throws Exception {
    return send(bff.resolve(path), "PATCH", body, accessToken);
  }

  /** Changes what has this revision, and nothing else. */
  public Answer patch(URI bff, String path, Object body, long revision) throws Exception {
    return send(bff.resolve(path), "PATCH", body, accessToken, "If-Match", "\"" + revision + "\"");
  }

  public Answer delete(URI bff, String path) throws Exception {
    return send(bff.resolve(path), "DELETE", null, accessToken);
  }

  /** Any call; without a body where it is null. */
  public Answer call(URI service, String method, String path, Object body) throws Exception {
    return send(service.resolve(path), method, body, accessToken);
  }

  public Answer createBot(URI bff, Map<String, ?> bot) throws Exception {
    return post(bff, "/api/v1/bots", bot);
  }

  /** As often as it takes: under one key it is one bot. */
  public Answer createBot(URI bff, Map<String, ?> bot, String key) throws Exception {
    return send(bff.resolve("/api/v1/bots"), "POST", bot, accessToken, "Idempotency-Key", key);
  }

  /** Names the account: the subject of its access token. */
  public PersonId id() {
    String claims = accessToken.split("\\.", -1)[1];
    String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
    return new PersonId(UUID.fromString(JSON.readTree(json).path("sub").asString()));
  }

  /** A body that creates a bot: in acme/release, every minute. */
  public static Map<String, Object> bot(String name, String token) {
    return bot(name, token, job(Map.of("cron", "* * * * *", "timeZone", "Europe/Berlin")));
  }

  /** The same with an account that is made for it. */
  public static Map<String, Object> managedBot(String name, Map<String, ?> job) {
    return Map.of("name", name, "credentials", Map.of("kind", "managed"), "job", job);
  }

  public static Map<String, Object> bot(String name, String token, Map<String, ?> job) {
    return Map.of("name", name, "credentials", Map.of("kind", "token", "token", token), "job", job);
  }

  public static Map<String, Object> job(Map<String, ?> schedule) {
    return job(Map.of("team", "acme", "name", "release"), schedule);
  }

  public static Map<String, Object> job(Map<String, ?> channel, Map<String, ?> schedule) {
    return Map.of(
        "shortName",
        "first",
        "channel",
        channel,
        "text",
        "Stand-up in **five** minutes",
        "schedule",
        schedule);
  }

  private Answer send(URI uri, String method, Object body, String bearer, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body().isBlank() ? JSON.missingNode() : JSON.readTree(answer.body()));
  }
}
