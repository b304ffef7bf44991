package dev.bricklayer.mattermost;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One call over HTTP and what it proves. The rule: a connection that never came about, a 429 and
 * the other 4xx prove that nothing happened; everything else proves nothing.
 *
 * <p>HTTP/1.1 on purpose: an upgrade attempt to HTTP/2 in clear text would go along with the first
 * call. The JDK's client repeats only GETs by itself (when a kept-alive connection turns out to be
 * closed), never a POST.
 */
final class Exchange implements AutoCloseable {

  /**
   * More than a full page of the longest posts that occur; a bigger answer is not read to its end.
   */
  private static final long LONGEST_ANSWER = 32L * 1024 * 1024;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final ClientSettings settings;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  Exchange(ClientSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  /** A path segment made of what somebody typed. */
  static String segment(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  <T> Answer<T> get(String path, @Nullable AccessToken token, Function<Reply, T> reader) {
    return call(request(path, token).GET().build(), reader);
  }

  <T> Answer<T> post(
      String path, @Nullable AccessToken token, Object body, Function<Reply, T> reader) {
    return send("POST", path, token, body, reader);
  }

  <T> Answer<T> put(
      String path, @Nullable AccessToken token, Object body, Function<Reply, T> reader) {
    return send("PUT", path, token, body, reader);
  }

  <T> Answer<T> delete(String path, @Nullable AccessToken token, Function<Reply, T> reader) {
    return call(request(path, token).DELETE().build(), reader);
  }

  /** A call of what lies beside the API; it is answered with a word that nobody needs. */
  Answer<Done> postToHook(String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.resolveOutsideApi(path))
            .header("User-Agent", settings.userAgent())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
    return called(
        request,
        response -> new Answer.Ok<>(Done.DONE, RateLimitHeaders.allowance(response.headers())));
  }

  private <T> Answer<T> send(
      String method,
      String path,
      @Nullable AccessToken token,
      Object body,
      Function<Reply, T> reader) {
    HttpRequest request =
        request(path, token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
    return call(request, reader);
  }

  private HttpRequest.Builder request(String path, @Nullable AccessToken token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.resolve(path))
            .header("Accept", "application/json")
            .header("User-Agent", settings.userAgent());
    return token == null ? request : request.header("Authorization", "Bearer " + token.value());
  }

  private <T> Answer<T> call(HttpRequest request, Function<Reply, T> reader) {
    return called(request, response -> read(response, reader));
  }

  /**
   * Waits on the future and not by {@link HttpRequest#timeout}, which stops counting when the
   * headers are there: a body that never ends would hold the caller for ever.
   */
  private <T> Answer<T> called(
      HttpRequest request, Function<HttpResponse<byte[]>, Answer<T>> onSuccess) {
    Duration patience = settings.requestTimeout();
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return sort(sent.get(patience.toNanos(), TimeUnit.NANOSECONDS), onSuccess);
    } catch (TimeoutException slow) {
      sent.cancel(true);
      return new Answer.Ambiguous<>("no complete answer within " + patience, 0, "");
    } catch (InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Ambiguous<>("interrupted while waiting for the answer", 0, "");
    } catch (ExecutionException failed) {
      return broken(failed.getCause());
    }
  }

  private <T> Answer<T> sort(
      HttpResponse<byte[]> response, Function<HttpResponse<byte[]>, Answer<T>> onSuccess) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return onSuccess.apply(response);
    }
    if (status == TOO_MANY_REQUESTS) {
      return new Answer.Throttled<>(
          RateLimitHeaders.retryAfter(response.headers()),
          RateLimitHeaders.allowance(response.headers()));
    }
    JsonNode error = errorBody(response.body());
    String errorId = error.path("id").asString("");
    // 408 is a proxy's word for a request that it may have passed on in part.
    if (status >= 400 && status < 500 && status != REQUEST_TIMEOUT) {
      return new Answer.Refused<>(status, errorId, error.path("message").asString(""));
    }
    return new Answer.Ambiguous<>("answered with status " + status, status, errorId);
  }

  private <T> Answer<T> read(HttpResponse<byte[]> response, Function<Reply, T> reader) {
    try {
      Reply reply = new Reply(mapper.readTree(response.body()), response.headers(), mapper);
      return new Answer.Ok<>(reader.apply(reply), RateLimitHeaders.allowance(response.headers()));
    } catch (JacksonException notJson) {
      return unreadable(response.statusCode(), "not JSON");
    } catch (UnreadableReply | IllegalArgumentException unexpected) {
      return unreadable(response.statusCode(), String.valueOf(unexpected.getMessage()));
    }
  }

  private static <T> Answer<T> unreadable(int status, String why) {
    return new Answer.Ambiguous<>("the answer cannot be read: " + why, status, "");
  }

  /** Only what failed before there was a connection is proof. */
  private static <T> Answer<T> broken(@Nullable Throwable failure) {
    return switch (failure) {
      case ConnectException e -> new Answer.Unreachable<>("no connection: " + reason(e));
      case HttpConnectTimeoutException e -> new Answer.Unreachable<>("no connection in time");
      case IOException e -> new Answer.Ambiguous<>("connection broke: " + reason(e), 0, "");
      case Error e -> throw e;
      case null, default ->
          throw new IllegalStateException("Mattermost's client failed by itself", failure);
    };
  }

  /**
   * The deepest cause says it ("Connection reset"); what wraps it often has no words of its own.
   */
  private static String reason(IOException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String words = deepest.getMessage();
    return deepest.getClass().getSimpleName() + (words == null ? "" : ": " + words);
  }

  /** What a proxy answers is mostly HTML: no error id then. */
  private JsonNode errorBody(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.close();
  }
}
