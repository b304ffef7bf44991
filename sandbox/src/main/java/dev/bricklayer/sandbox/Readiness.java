package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until every service says of itself that it can work. */
public final class Readiness {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int OK = 200;

  private Readiness() {}

  public static Void await(List<ServiceSettings> settings, List<? extends RunningService> services)
      throws CannotStartException, InterruptedException {
    long start = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < settings.size(); i++) {
        while (!isReady(client, settings.get(i))) {
          services.get(i).checkAlive();
          if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new CannotStartException(
                "%s is not ready after %d s; the reason stands in the logs of the data directory."
                    .formatted(settings.get(i).service().text(), PATIENCE.toSeconds()));
          }
          LockSupport.parkNanos(GLANCE.toNanos());
        }
      }
    }
    return null;
  }

  private static boolean isReady(HttpClient client, ServiceSettings service)
      throws InterruptedException {
    URI readiness =
        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(service.port()));
    try {
      return client
              .send(
                  HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException notListening) {
      return false;
    }
  }
}
