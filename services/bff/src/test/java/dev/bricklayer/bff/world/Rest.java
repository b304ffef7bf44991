package dev.bricklayer.bff.world;

import dev.bricklayer.testkit.api.DescribedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls one copy over HTTP, as somebody or nobody, and holds every answer to a described call
 * against the description.
 */
public final class Rest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final DescribedApi DESCRIPTION = DescribedApi.of("/openapi/bff.yaml");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int port;
  private final List<String> headers;

  /** Calls as nobody. */
  public Rest(int port) {
    this(port, List.of());
  }

  private Rest(int port, List<String> headers) {
    this.port = port;
    this.headers = headers;
  }

  /** What came back; the body is a missing node where it is no JSON. */
  public record Answer(int status, java.net.http.HttpHeaders headers, JsonNode json, String text) {

    /** A header that must be there. */
    public String header(String name) {
      return headers.firstValue(name).orElseThrow(() -> new AssertionError("no header " + name));
    }

    /** The text at a JSON pointer; empty where nothing is. */
    public String at(String pointer) {
      return json.at(pointer).asString("");
    }
  }

  /** The same with a header more. */
  public Rest with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Rest(port, List.copyOf(more));
  }

  /** The same in a language. */
  public Rest in(String language) {
    return with("Accept-Language", language);
  }

  /** GET. */
  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** POST of JSON. */
  public Answer post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** POST of anything. */
  public Answer post(String path, byte[] body, @Nullable String contentType) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
    Optional.ofNullable(contentType).ifPresent(type -> request.header("Content-Type", type));
    return send(request.build());
  }

  /** PATCH of JSON. */
  public Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json))
            .build());
  }

  /** DELETE. */
  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** Any call without a body. */
  public Answer call(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request;
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      checkDescribed(request, answer);
      boolean isJson =
          answer.headers().firstValue("Content-Type").filter(it -> it.contains("json")).isPresent();
      return new Answer(
          answer.statusCode(),
          answer.headers(),
          isJson ? JSON.readTree(answer.body()) : MissingNode.getInstance(),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void checkDescribed(HttpRequest request, HttpResponse<String> answer) {
    String path = request.uri().getPath();
    if (DESCRIPTION.describes(request.method(), path)) {
      DESCRIPTION.check(
          request.method(),
          path,
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(null),
          answer.body());
    }
  }
}
