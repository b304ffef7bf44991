package dev.bricklayer.testkit.checker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reminders that stand in a Mattermost, as somebody sees them who may read its channels. */
final class PostsOfServer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PER_PAGE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI server;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  PostsOfServer(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * The reminders that a channel got since then.
   *
   * @return empty where this reader may not read
   */
  Optional<List<FoundPost>> of(String channel, Instant since) throws IOException {
    List<FoundPost> found = new ArrayList<>();
    for (int page = 0; ; page++) {
      HttpResponse<String> answer = ask(channel, page);
      if (answer.statusCode() == 403 || answer.statusCode() == 404) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new IOException("Mattermost answered %d".formatted(answer.statusCode()));
      }
      List<JsonNode> posts = posts(JSON.readTree(answer.body()));
      posts.forEach(post -> read(post).ifPresent(found::add));
      if (posts.size() < PER_PAGE || at(posts.getLast()).isBefore(since)) {
        return Optional.of(found);
      }
    }
  }

  private HttpResponse<String> ask(String channel, int page) throws IOException {
    URI posts =
        server.resolve(
            "/api/v4/channels/%s/posts?page=%d&per_page=%d".formatted(channel, page, PER_PAGE));
    HttpRequest request =
        HttpRequest.newBuilder(posts)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading posts", e);
    }
  }

  /** The posts of an answer, the newest first. */
  static List<JsonNode> posts(JsonNode answer) {
    return StreamSupport.stream(answer.path("order").spliterator(), false)
        .map(id -> answer.path("posts").path(id.asString()))
        .toList();
  }

  /** Empty for what is no reminder. */
  static Optional<FoundPost> read(JsonNode post) {
    return FoundPost.read(
        post.path("id").asString(),
        post.path("channel_id").asString(),
        at(post),
        post.path("message").asString(""),
        post.path("props"));
  }

  private static Instant at(JsonNode post) {
    return Instant.ofEpochMilli(post.path("create_at").asLong());
  }
}
