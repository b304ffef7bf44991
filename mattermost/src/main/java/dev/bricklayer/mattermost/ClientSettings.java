package dev.bricklayer.mattermost;

import java.net.URI;
import java.time.Duration;

/**
 * Where Mattermost is and how long to wait for it.
 *
 * @param baseUrl http or https, with a path where Mattermost lives under one; without {@code
 *     /api/v4}
 * @param connectTimeout for making a connection; when it passes the call is {@link
 *     Answer.Unreachable}
 * @param requestTimeout for a whole call, from its start to the last byte of the answer; when it
 *     passes the call is {@link Answer.Ambiguous}. Longer than {@code connectTimeout}
 * @param userAgent names the caller in Mattermost's logs
 */
public record ClientSettings(
    URI baseUrl, Duration connectTimeout, Duration requestTimeout, String userAgent) {

  public ClientSettings {
    if (!("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
        || baseUrl.getHost() == null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "Mattermost's address must be http(s)://host[:port][/path], without query: " + baseUrl);
    }
    if (connectTimeout.compareTo(Duration.ZERO) <= 0
        || requestTimeout.compareTo(connectTimeout) <= 0) {
      throw new IllegalArgumentException(
          "Mattermost's request time-out must be longer than its connect time-out, and both above zero");
    }
  }

  /** The usual waits: 3 s for a connection, 10 s for a call. */
  public static ClientSettings of(URI baseUrl) {
    return new ClientSettings(baseUrl, Duration.ofSeconds(3), Duration.ofSeconds(10), "Bricklayer");
  }

  /** The address of an API call; {@code path} begins with a slash and is already encoded. */
  URI resolve(String path) {
    return resolveOutsideApi("/api/v4" + path);
  }

  /** The address of what lies beside the API, such as a hook. */
  URI resolveOutsideApi(String path) {
    String base = baseUrl.toString();
    String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(trimmed + path);
  }
}
