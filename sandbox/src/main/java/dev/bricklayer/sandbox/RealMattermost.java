package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A Mattermost that others run: all that is asked of it here is whether it is there. */
final class RealMattermost {

  private static final int TIMEOUT_MILLIS = 10_000;

  private RealMattermost() {}

  /** Fails unless a Mattermost answers at this address. */
  static void checkReachable(URI address) throws CannotStartException {
    try {
      var connection =
          (HttpURLConnection) URI.create(address + "/api/v4/system/ping").toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new CannotStartException(
            "%s does not answer as a Mattermost does (status %d): check the address given with --mattermost."
                .formatted(address, status));
      }
    } catch (IOException e) {
      throw new CannotStartException(
          "there is no way to %s (%s): check the address given with --mattermost, and that it runs."
              .formatted(address, e.getMessage()),
          e);
    }
  }
}
