package dev.bricklayer.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a stand-in over HTTP with one token, as any program would. */
final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI address;
  private final String token;

  Caller(StandInMattermost standIn, String token) {
    this.address = standIn.address();
    this.token = token;
  }

  static Caller bot(StandInMattermost standIn) {
    return new Caller(standIn, standIn.demo().botToken());
  }

  static Caller admin(StandInMattermost standIn) {
    return new Caller(standIn, standIn.demo().adminToken());
  }

  static Caller nobody(StandInMattermost standIn) {
    return new Caller(standIn, "");
  }

  CompletableFuture<HttpResponse<String>> start(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> call(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, "");
  }

  /** Posts into a channel with a {@code pending_post_id}. */
  HttpResponse<String> post(String channelId, String message, String pendingPostId) {
    return call("POST", "/api/v4/posts", newPost(channelId, message, pendingPostId));
  }

  static String newPost(String channelId, String message, String pendingPostId) {
    return "{\"channel_id\":\"%s\",\"message\":\"%s\",\"pending_post_id\":\"%s\"}"
        .formatted(channelId, message, pendingPostId);
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  static String id(HttpResponse<String> response) {
    return json(response).path("id").asString("");
  }
}
