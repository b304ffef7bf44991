package dev.bricklayer.simulator.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Faults over HTTP, for tests that run in another process. Exists only where it is switched on.
 *
 * <pre>
 * POST   /stand-in/faults   {"method":"POST","path":"/api/v4/posts","moment":"after","effect":"reset","times":3}
 *                           effects: "delay" with "duration":"PT2S" · "fail" with "status":503
 *                                    "throttle" with "retryAfter":"3" · "reset" · "hang"
 *                           also "probability":0.1 and, to begin the dice anew, "seed":42
 * GET    /stand-in/faults   what is on, with the number of calls hit
 * DELETE /stand-in/faults   all off; what hangs is let go
 * POST   /stand-in/down     {"duration":"PT5S"}: connections refused for so long
 * </pre>
 */
public final class FaultControl extends Handler.Abstract {

  private static final String FAULTS = "/stand-in/faults";
  private static final String DOWN = "/stand-in/down";

  private final Faults faults;
  private final Consumer<Duration> down;

  /**
   * Controls faults.
   *
   * @param down refuses connections for so long; returns at once
   */
  public FaultControl(Faults faults, Consumer<Duration> down) {
    this.faults = faults;
    this.down = down;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String call = request.getMethod() + " " + request.getHttpURI().getPath();
    try {
      switch (call) {
        case "GET " + FAULTS -> answer(response, callback, 200, seen());
        case "POST " + FAULTS -> {
          add(body(request));
          answer(response, callback, 201, seen());
        }
        case "DELETE " + FAULTS -> {
          faults.clear();
          answer(response, callback, 200, seen());
        }
        case "POST " + DOWN -> {
          Duration duration = Duration.parse(body(request).path("duration").asString(""));
          answer(response, Callback.from(callback, () -> down.accept(duration)), 202, seen());
        }
        default -> {
          return false;
        }
      }
    } catch (IOException | JacksonException | IllegalArgumentException | DateTimeParseException e) {
      ObjectNode problem = JsonNodeFactory.instance.objectNode();
      answer(response, callback, 400, problem.put("problem", String.valueOf(e.getMessage())));
    }
    return true;
  }

  private void add(JsonNode body) {
    Fault fault =
        new Fault(
            body.path("method").asString(""),
            body.path("path").asString(""),
            Moment.valueOf(body.path("moment").asString("before").toUpperCase(Locale.ROOT)),
            effect(body),
            body.path("times").asInt(Fault.ALWAYS),
            body.path("probability").asDouble(1));
    if (body.has("seed")) {
      faults.seed(body.path("seed").asLong(0));
    }
    faults.add(fault);
  }

  private static Effect effect(JsonNode body) {
    String effect = body.path("effect").asString("");
    return switch (effect) {
      case "delay" -> new Effect.Delay(Duration.parse(body.path("duration").asString("")));
      case "fail" -> new Effect.Fail(body.path("status").asInt(503));
      case "throttle" -> new Effect.Throttle(body.path("retryAfter").asString(""));
      case "reset" -> new Effect.Reset();
      case "hang" -> new Effect.Hang();
      default -> throw new IllegalArgumentException("No effect '" + effect + "'");
    };
  }

  private JsonNode seen() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Faults.Seen seen : faults.seen()) {
      list.addObject().put("fault", seen.fault().toString()).put("hits", seen.hits());
    }
    return list;
  }

  private static JsonNode body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      return JsonMapper.shared().readTree(in.readAllBytes());
    }
  }

  private static void answer(Response response, Callback callback, int status, JsonNode body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(body)), callback);
  }
}
