package dev.bricklayer.simulator.live;

import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One open websocket. It hears nothing before it has said whose it is: by the header of the
 * upgrade, or by an {@code authentication_challenge}. Public because Jetty calls it by reflection.
 */
public final class Connection extends Session.Listener.AbstractAutoDemanding {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private final LiveHandler.Greeting greeting;
  private final Hub hub;
  private volatile @Nullable String userId;
  private long seq;

  /**
   * A connection.
   *
   * @param userId whose it is; null until they say so
   */
  Connection(Hub hub, LiveHandler.Greeting greeting, @Nullable String userId) {
    this.hub = hub;
    this.greeting = greeting;
    this.userId = userId;
  }

  String userId() {
    return Objects.requireNonNull(userId, "not in the hub before it is known");
  }

  @Override
  public void onWebSocketOpen(Session session) {
    super.onWebSocketOpen(session);
    if (userId != null) {
      greet();
    }
  }

  @Override
  public void onWebSocketText(String message) {
    JsonNode said = json(message);
    switch (said.path("action").asString("")) {
      case "authentication_challenge" -> authenticate(said);
      case "ping" -> reply(said, JsonNodeFactory.instance.objectNode().put("text", "pong"));
      default -> reply(said, null);
    }
  }

  private static JsonNode json(String message) {
    try {
      return JsonMapper.shared().readTree(message);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private void authenticate(JsonNode said) {
    if (userId != null) {
      return;
    }
    userId = greeting.userOf(said.path("data").path("token").asString(""));
    if (userId == null) {
      dismiss();
    } else {
      reply(said, null);
      greet();
    }
  }

  /** In one piece: whoever has read the greeting misses nothing, and nothing comes before it. */
  private synchronized void greet() {
    hub.add(this);
    hear(new Broadcast("hello", greeting.words(), Audience.user(userId())));
  }

  private void reply(JsonNode said, @Nullable ObjectNode data) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", "OK");
    if (data != null) {
      json.set("data", data);
    }
    send(json.put("seq_reply", said.path("seq").asLong(0)).toString());
  }

  /** Numbers and sends under one lock, so that numbers arrive in order. */
  synchronized void hear(Broadcast event) {
    send(event.toJson(userId(), seq++));
  }

  void dismiss() {
    getSession().close(StatusCode.NORMAL, null, Callback.NOOP);
  }

  private void send(String text) {
    Session session = getSession();
    if (session != null && session.isOpen()) {
      session.sendText(text, Callback.from(() -> {}, this::gone));
    }
  }

  private void gone(Throwable cause) {
    log.debug("A websocket is gone: {}", cause.toString());
    hub.remove(this);
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    hub.remove(this);
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    gone(cause);
  }
}
