package dev.bricklayer.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.testkit.api.DescribedApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the user service, and holds every answer of a described call against the description. */
final class UserCalls {

  static final String PASSWORD = "six-blue-bricks";

  static final DescribedApi DESCRIPTION = DescribedApi.of("/openapi/user.yaml");

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;

  UserCalls(String base) {
    this.base = base;
  }

  /** A person who is registered and logged in. */
  record Person(String username, UUID id, String accessToken, String refreshToken) {}

  /** An answer. */
  record Answer(int status, HttpResponse<String> response, JsonNode body) {

    String code() {
      return body.path("code").asString();
    }

    /** Every fault, as {@code pointer code}. */
    List<String> errors() {
      return body.path("errors")
          .valueStream()
          .map(it -> it.get("pointer").stringValue() + " " + it.get("code").stringValue())
          .toList();
    }

    String text(String field) {
      return body.get(field).stringValue();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElseThrow();
    }
  }

  static String freshName() {
    return "person-" + PEOPLE.incrementAndGet();
  }

  String address(String path) {
    return base + path;
  }

  Person newPerson() {
    String username = freshName();
    Answer account = post("/api/v1/users", Map.of("username", username, "password", PASSWORD));
    assertThat(account.status()).as(account.toString()).isEqualTo(201);
    Answer tokens = logIn(username, PASSWORD);
    return new Person(
        username,
        UUID.fromString(account.text("id")),
        tokens.text("accessToken"),
        tokens.text("refreshToken"));
  }

  Answer logIn(String username, String password) {
    return post("/api/v1/tokens", Map.of("username", username, "password", password));
  }

  Answer refresh(String refreshToken) {
    return post("/api/v1/tokens/refresh", Map.of("refreshToken", refreshToken));
  }

  Answer me(String accessToken) {
    return send(request("/api/v1/users/me").header("Authorization", "Bearer " + accessToken));
  }

  Answer changeMe(String accessToken, Map<String, ?> wish) {
    return send(
        request("/api/v1/users/me")
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(wish))));
  }

  Answer changeMe(String accessToken, Map<String, ?> wish, String ifMatch) {
    return send(
        request("/api/v1/users/me")
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(wish))));
  }

  Answer deleteMe(String accessToken, Map<String, ?> wish, String... ifMatch) {
    HttpRequest.Builder request =
        request("/api/v1/users/me")
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(wish)));
    for (String tag : ifMatch) {
      request.header("If-Match", tag);
    }
    return send(request);
  }

  /** A call without a body. */
  Answer as(String accessToken, String method, String path) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + accessToken)
            .method(method, BodyPublishers.noBody()));
  }

  Answer post(String path, Map<String, ?> body) {
    return post(path, JSON.writeValueAsString(body));
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer get(String path) {
    return send(request(path));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      String contentType = response.headers().firstValue("Content-Type").orElse("");
      if (DESCRIPTION.describes(request.method(), request.uri().getPath())) {
        DESCRIPTION.check(
            request.method(),
            request.uri().getPath(),
            response.statusCode(),
            contentType,
            response.body());
      }
      return new Answer(
          response.statusCode(),
          response,
          contentType.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode());
    } catch (IOException e) {
      throw new IllegalStateException("the service did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the service was asked", e);
    }
  }
}
