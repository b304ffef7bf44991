package dev.bricklayer.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses Bricklayer over REST, under an account of its own. */
final class Program {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private static final int BUSY = 503;

  private final URI bff;
  private final String accessToken;
  private final String botToken;

  private Program(URI bff, URI user, String username, String botToken) throws Exception {
    this.bff = bff;
    this.botToken = botToken;
    Map<String, String> account = Map.of("username", username, "password", "plumb line and level");
    post(user.resolve("/api/v1/users"), account, "");
    this.accessToken =
        post(user.resolve("/api/v1/tokens"), account, "").path("accessToken").asString();
  }

  static Program registered(RunningBricklayer bricklayer, String username) throws Exception {
    return new Program(bricklayer.bff(), bricklayer.user(), username, bricklayer.botToken());
  }

  /** So many, each under an account of its own. */
  static List<Program> registered(RunningBricklayer bricklayer, String username, int count)
      throws Exception {
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      programs.add(registered(bricklayer, username + "-" + i));
    }
    return List.copyOf(programs);
  }

  /**
   * Creates a bot with its first job and expects it finished.
   *
   * @throws BusyException when it was turned away
   */
  void createBot(String name, Map<String, String> schedule) throws Exception {
    Map<String, Object> job =
        Map.of(
            "shortName",
            "first",
            "channel",
            Map.of("team", "acme", "name", "release"),
            "text",
            "Stand-up in **five** minutes",
            "schedule",
            schedule);
    Map<String, Object> bot =
        Map.of(
            "name", name,
            "credentials", Map.of("kind", "token", "token", botToken),
            "job", job);
    post(bff.resolve("/api/v1/bots"), bot, accessToken);
  }

  private JsonNode post(URI uri, Object body, String bearer) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == BUSY) {
      throw new BusyException();
    }
    if (!List.of(200, 201).contains(answer.statusCode())) {
      throw new IllegalStateException(
          uri + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
