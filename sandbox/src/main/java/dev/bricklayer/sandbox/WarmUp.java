package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Knocks at the doors through which people and programs come, so that the first of them does not
 * wait for classes to be loaded. It has no key: everything it asks for is refused, and nothing
 * stays of it.
 */
final class WarmUp {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long enough for the compiler to notice; short enough for nobody else to. */
  private static final int ROUNDS = 5;

  private WarmUp() {}

  /**
   * Knocks at all doors of these services, a few times.
   *
   * @throws IOException when one that was ready does not answer
   */
  static void of(List<ServiceSettings> services) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (ServiceSettings service : services) {
          for (HttpRequest door : doors(service)) {
            http.send(door, BodyHandlers.discarding());
          }
        }
      }
    }
  }

  private static List<HttpRequest> doors(ServiceSettings service) {
    URI base = URI.create("http://127.0.0.1:" + service.port());
    return switch (service.service()) {
      case USER ->
          List.of(
              at(base, "/.well-known/jwks.json").GET().build(),
              at(base, "/api/v1/tokens").POST(BodyPublishers.ofString("{}")).build());
      case BFF ->
          List.of(
              at(base, "/api/v1/bots").GET().header("Authorization", "Bearer a.b.c").build(),
              at(base, "/mattermost/action").POST(BodyPublishers.ofString("{}")).build(),
              at(base, "/mattermost/command")
                  .POST(BodyPublishers.ofString("token=none"))
                  .setHeader("Content-Type", "application/x-www-form-urlencoded")
                  .build());
      case CONSTRUCTOR, STORAGE, ENGINE ->
          List.of(at(base, "/actuator/health/readiness").GET().build());
    };
  }

  private static HttpRequest.Builder at(URI base, String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json");
  }
}
