package dev.bricklayer.simulator.integration;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to integrations, by the rules of a real server. */
public final class Integrations implements AutoCloseable {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_REDIRECTS = 10;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final ServerConfig config;
  private final TriggerIds triggerIds;
  private final ActionCookies cookies;

  public Integrations(ServerConfig config, InstantSource clock) {
    Secrets secrets = new Secrets();
    this.config = config;
    this.triggerIds = new TriggerIds(secrets, clock, config::integrationTimeout);
    this.cookies = new ActionCookies(secrets);
  }

  public TriggerIds triggerIds() {
    return triggerIds;
  }

  public ActionCookies cookies() {
    return cookies;
  }

  /**
   * A call to make.
   *
   * @param method GET or POST
   * @param headers beside those that every call has
   * @param body empty for none
   */
  public record Outgoing(String method, String url, Map<String, String> headers, String body) {

    /** A POST of JSON. */
    public static Outgoing json(String url, String body) {
      return new Outgoing("POST", url, Map.of("Content-Type", "application/json"), body);
    }

    private Outgoing moved(String url, int status) {
      boolean again = status == 307 || status == 308;
      return again
          ? new Outgoing(method, url, headers, body)
          : new Outgoing("GET", url, Map.of(), "");
    }
  }

  /** What came of a call. */
  public sealed interface Outcome {

    /** An answer, whatever it says; at most 1 MiB of it. */
    record Answer(int status, String contentType, String body) implements Outcome {}

    /** None: refused, unreachable, or too slow. */
    record Nothing(String why) implements Outcome {}
  }

  /** Makes a call; takes at most as long as the settings allow. */
  public Outcome call(Outgoing outgoing) {
    long end = System.nanoTime() + patience().toNanos();
    Outgoing next = outgoing;
    try {
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        HttpResponse<byte[]> response = send(next, end - System.nanoTime());
        Optional<String> moved = response.headers().firstValue("Location");
        if (response.statusCode() / 100 != 3 || moved.isEmpty()) {
          return answer(response);
        }
        String url = URI.create(next.url()).resolve(moved.get()).toString();
        next = next.moved(url, response.statusCode());
      }
      return new Outcome.Nothing("more than " + MOST_REDIRECTS + " redirects");
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Nothing(e.toString());
    }
  }

  private Duration patience() {
    Duration set = config.integrationTimeout();
    return set.compareTo(LONGEST) < 0 ? set : LONGEST;
  }

  private HttpResponse<byte[]> send(Outgoing outgoing, long nanos) throws IOException {
    URI uri = URI.create(outgoing.url());
    if (!new AddressRules(config.text(Setting.ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS))
        .permit(uri)) {
      throw new IOException(
          "address forbidden, see " + Setting.ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS.key());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .header("User-Agent", "Mattermost-Bot/1.1")
            .method(
                outgoing.method(),
                outgoing.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(outgoing.body()));
    outgoing.headers().forEach(request::header);
    return within(nanos, http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  private static <T> T within(long nanos, CompletableFuture<T> call) throws IOException {
    try {
      return call.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new IOException("timeout exceeded", e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      call.cancel(true);
      throw new IOException(stopping);
    }
  }

  private static Outcome answer(HttpResponse<byte[]> response) {
    byte[] body = response.body();
    byte[] read = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
    return new Outcome.Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        new String(read, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
