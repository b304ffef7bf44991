package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Faults;
import dev.bricklayer.simulator.faults.Moment;
import dev.bricklayer.simulator.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/v4} and {@code /hooks} over HTTP: rate limit, faults, the call itself, and the form
 * of its answer.
 */
public final class ApiHandler extends Handler.Abstract {

  private static final Logger log = LoggerFactory.getLogger(ApiHandler.class);
  private static final List<String> PREFIXES = List.of("/api/v4/", "/hooks/");

  private final Api api;
  private final World world;
  private final ServerVersion version;
  private final Faults faults;
  private final @Nullable RateLimiter limiter;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /**
   * Plays a server.
   *
   * @param rateLimit null for none
   */
  public ApiHandler(Stage stage, Sessions sessions, @Nullable RateLimit rateLimit, Faults faults) {
    this.world = stage.world();
    this.version = stage.version();
    this.faults = faults;
    this.limiter =
        rateLimit == null ? null : new RateLimiter(rateLimit, () -> nanos(stage.clock()));
    this.api = new Api(stage, sessions);
  }

  private static long nanos(InstantSource clock) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    if (path == null || PREFIXES.stream().noneMatch(path::startsWith)) {
      return false;
    }
    try {
      byte[] body = body(request);
      if (mayPass(request, response, callback)) {
        go(request, response, callback, path, body);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The stand-in could not answer {} {}", request.getMethod(), path, e);
      Response.writeError(request, response, callback, e);
    }
    return true;
  }

  private boolean mayPass(Request request, Response response, Callback callback) {
    if (limiter == null) {
      return true;
    }
    RateLimiter.Verdict verdict = limiter.ask(Request.getRemoteAddr(request));
    response.getHeaders().put("X-RateLimit-Limit", verdict.limit());
    response.getHeaders().put("X-RateLimit-Remaining", verdict.remaining());
    response.getHeaders().put("X-RateLimit-Reset", verdict.reset());
    if (!verdict.passes()) {
      throttle(response, callback, String.valueOf(verdict.retryAfter()));
    }
    return verdict.passes();
  }

  /**
   * Reads to the end even what is too long: whoever answers early cuts off a sender in the middle.
   */
  private static byte[] body(Request request) throws IOException {
    long length = request.getLength();
    if (length == 0) {
      return new byte[0];
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      if (length > 0 && length <= Api.MOST_BYTES) {
        byte[] whole = new byte[(int) length];
        in.readNBytes(whole, 0, whole.length);
        return whole;
      }
      byte[] body = in.readNBytes(Api.MOST_BYTES + 1);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  private void go(Request request, Response response, Callback callback, String path, byte[] body) {
    Faults.Hit before = faults.next(Moment.BEFORE, request.getMethod(), path);
    if (before != null && ends(before, request, response, callback)) {
      return;
    }
    Reply reply = api.answer(raw(request, path, body));
    Faults.Hit after = faults.next(Moment.AFTER, request.getMethod(), path);
    if (after == null || !ends(after, request, response, callback)) {
      write(response, callback, reply);
    }
  }

  private Call.Raw raw(Request request, String path, byte[] body) {
    return new Call.Raw(
        request.getMethod(),
        path,
        query(request),
        request.getHeaders().get(HttpHeader.AUTHORIZATION),
        Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), ""),
        ByteBuffer.wrap(body),
        () -> delay(request.getMethod(), path));
  }

  private void delay(String method, String path) {
    Faults.Hit hit = faults.next(Moment.INSIDE, method, path);
    if (hit != null && hit.effect() instanceof Effect.Delay(var duration)) {
      hit.await(duration);
    }
  }

  private static Map<String, String> query(Request request) {
    if (request.getHttpURI().getQuery() == null) {
      return Map.of();
    }
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return query;
  }

  /** Lets a fault happen. Returns whether the call ends with it. */
  private boolean ends(Faults.Hit hit, Request request, Response response, Callback callback) {
    return switch (hit.effect()) {
      case Effect.Delay(var duration) -> {
        hit.await(duration);
        yield false;
      }
      case Effect.Fail(int status) -> {
        write(
            response,
            callback,
            new Reply.Problem(status, "stand-in.fault", "A scripted fault.", ""));
        yield true;
      }
      case Effect.Throttle(String retryAfter) -> {
        throttle(response, callback, retryAfter);
        yield true;
      }
      case Effect.Reset() -> {
        reset(request, callback);
        yield true;
      }
      case Effect.Hang() -> {
        hit.over().join();
        reset(request, callback);
        yield true;
      }
    };
  }

  private static void throttle(Response response, Callback callback, String retryAfter) {
    response.setStatus(429);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    if (!retryAfter.isEmpty()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfter);
    }
    Content.Sink.write(response, true, "limit exceeded\n", callback);
  }

  /** Without lingering, closing makes the kernel send a reset instead of a goodbye. */
  private static void reset(Request request, Callback callback) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    ScriptedReset reset = new ScriptedReset();
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException goneAlready) {
        reset.addSuppressed(goneAlready);
      }
    }
    endPoint.close(reset);
    callback.failed(reset);
  }

  /** Ordered, so nothing that the log should hear of. */
  private static final class ScriptedReset extends IOException implements QuietException {
    ScriptedReset() {
      super("reset by a scripted fault");
    }
  }

  private void write(Response response, Callback callback, @Nullable Reply reply) {
    switch (reply) {
      case Reply.Json(int status, JsonNode body, Map<String, String> headers) -> {
        identify(response);
        headers.forEach(response.getHeaders()::put);
        write(response, callback, status, body);
      }
      case Reply.Text(int status, String body) -> {
        identify(response);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
        Content.Sink.write(response, true, body, callback);
      }
      case Reply.Problem problem ->
          write(
              response,
              callback,
              problem.status(),
              error(problem).put("request_id", identify(response)));
      case null -> write(response, callback, 404, error(noSuchCall()));
    }
  }

  private String identify(Response response) {
    String requestId = world.freshId();
    response.getHeaders().put("X-Request-Id", requestId);
    response.getHeaders().put("X-Version-Id", version.versionId());
    return requestId;
  }

  private static Reply.Problem noSuchCall() {
    return new Reply.Problem(
        404, "api.context.404.app_error", "The stand-in does not play this call.", "");
  }

  private static ObjectNode error(Reply.Problem problem) {
    return Views.object()
        .put("id", problem.id())
        .put("message", problem.message())
        .put("detailed_error", problem.detail())
        .put("status_code", problem.status());
  }

  private void write(Response response, Callback callback, int status, JsonNode body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] bytes = mapper.writeValueAsBytes(body);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
