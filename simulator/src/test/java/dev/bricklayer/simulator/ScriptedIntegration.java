package dev.bricklayer.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The far end of commands, clicks and dialogs: notes every call, answers as it is told. */
public final class ScriptedIntegration implements AutoCloseable {

  private static final Say NOTHING = new Say(200, "application/json", "{}", false);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Say> script = new ConcurrentLinkedQueue<>();
  private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();

  /**
   * What to answer.
   *
   * @param never whether the answer is kept back until the end
   */
  public record Say(int status, String type, String body, boolean never) {}

  /** A call that came. */
  public record Noted(String call, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** The fields of a form, as JSON. */
    public ObjectNode form() {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      for (String pair : body.split("&")) {
        int is = pair.indexOf('=');
        fields.put(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
      }
      return fields;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  public ScriptedIntegration() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void say(List<Say> next) {
    script.clear();
    script.addAll(next);
    noted.clear();
  }

  /** What came since it was last told what to say. */
  public List<Noted> noted() {
    return List.copyOf(noted);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      noted.add(new Noted(call, exchange.getRequestHeaders(), body));
      Say say = script.poll();
      answer(exchange, say == null ? NOTHING : say);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, Say say) throws IOException, InterruptedException {
    if (say.never()) {
      closed.await();
      return;
    }
    byte[] body = say.body().getBytes(StandardCharsets.UTF_8);
    if (!say.type().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", say.type());
    }
    boolean none = body.length == 0 || say.status() == 204;
    exchange.sendResponseHeaders(say.status(), none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
