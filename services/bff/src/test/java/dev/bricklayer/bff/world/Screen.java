package dev.bricklayer.bff.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people see of what the bff sends to Mattermost by itself: dialogs, answers by {@code
 * response_url} (five of each), cards that change. Everything else goes on to the stand-in.
 */
public final class Screen {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int USES = 5;

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI mattermost;
  private final Map<String, JsonNode> dialogs = new ConcurrentHashMap<>();
  private final Map<String, List<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> cards = new ConcurrentHashMap<>();

  Screen(URI mattermost) {
    this.mattermost = mattermost;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.createContext("/api/v4/actions/dialogs/open", this::open);
    server.createContext("/hooks/commands/", this::answer);
    server.createContext("/api/v4/posts/", this::change);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The dialog that was opened with this trigger. */
  JsonNode dialog(String trigger) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> dialogs.get(trigger), dialog -> dialog != null)
        .path("dialog");
  }

  boolean hasDialog(String trigger) {
    return dialogs.containsKey(trigger);
  }

  /** All that was answered by this hook. */
  List<JsonNode> answers(String hook) {
    return answers.getOrDefault(hook, List.of());
  }

  /** How a card was changed last. */
  public JsonNode card(String post) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> cards.get(post), card -> card != null);
  }

  private void open(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    dialogs.put(body.path("trigger_id").asString(""), body);
    send(exchange, 200, "{\"status\":\"OK\"}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    List<JsonNode> known =
        answers.computeIfAbsent(
            path.substring(path.lastIndexOf('/') + 1), _ -> new CopyOnWriteArrayList<>());
    if (known.size() >= USES) {
      send(exchange, 400, "{\"id\":\"web.command_webhook.general.app_error\"}");
      return;
    }
    known.add(JSON.readTree(exchange.getRequestBody()));
    send(exchange, 200, "ok");
  }

  private void change(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("PUT")) {
      forward(exchange);
      return;
    }
    String post = exchange.getRequestURI().getPath().split("/")[4];
    cards.put(post, JSON.readTree(exchange.getRequestBody()));
    send(exchange, 200, "{\"id\":\"%s\",\"channel_id\":\"c\",\"user_id\":\"u\"}".formatted(post));
  }

  private void forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(mattermost.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Authorization", "Content-Type")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      send(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** All texts of something that is shown, buttons included. */
  static List<String> texts(JsonNode shown) {
    List<String> texts = new ArrayList<>();
    shown.findValues("text").forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
