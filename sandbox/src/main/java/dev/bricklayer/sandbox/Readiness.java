package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until every service says of itself that it can work: its consumers have their partitions.
 */
public final class Readiness {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int ANSWER_TIMEOUT_MILLIS = 5_000;

  private Readiness() {}

  /**
   * Returns when all of them can work.
   *
   * @param services those that have these settings, in the same order
   * @throws CannotStartException when one has ended, or is not ready after three minutes
   */
  public static void await(List<ServiceSettings> settings, List<? extends RunningService> services)
      throws CannotStartException {
    long start = System.nanoTime();
    for (int i = 0; i < settings.size(); i++) {
      while (!isReady(settings.get(i))) {
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

  private static boolean isReady(ServiceSettings service) {
    URI readiness =
        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(service.port()));
    try {
      var connection = (HttpURLConnection) readiness.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_TIMEOUT_MILLIS);
      connection.setReadTimeout(ANSWER_TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notListening) {
      return false;
    }
  }
}
