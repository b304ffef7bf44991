package dev.bricklayer.simulator.live;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v4/websocket}. */
public final class LiveHandler {

  private static final String PATH = "/api/v4/websocket";
  private static final String BEARER = "Bearer ";

  /**
   * What a connection is told first, and by what it is known.
   *
   * @param versionId of the server
   * @param connectionIds makes one for each connection
   * @param users whose a token is; null for nobody's
   */
  public record Greeting(
      String versionId, Supplier<String> connectionIds, Function<String, @Nullable String> users) {

    @Nullable String userOf(String token) {
      return users.apply(token);
    }

    ObjectNode words() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("connection_id", connectionIds.get())
          .put("server_hostname", "stand-in")
          .put("server_version", versionId);
    }
  }

  private LiveHandler() {}

  /** A handler that upgrades calls of its path and leaves all others alone. */
  public static Handler of(Server server, Hub hub, Greeting greeting) {
    return WebSocketUpgradeHandler.from(
        server,
        container -> {
          // Who only listens is silent for as long as nothing happens.
          container.setIdleTimeout(Duration.ZERO);
          container.addMapping(
              PATH, (request, _, _) -> new Connection(hub, greeting, bearer(request, greeting)));
        });
  }

  private static @Nullable String bearer(ServerUpgradeRequest request, Greeting greeting) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? greeting.userOf(header.substring(BEARER.length()).strip())
        : null;
  }
}
