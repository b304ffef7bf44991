package dev.bricklayer.testkit.mattermost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with a client open: types, sees, clicks, fills in.
 *
 * <pre>
 * try (Person lena = Person.logIn(server, "lena", password)) {
 *   Answer typed = lena.type("/bricklayer", channelId, teamId);
 *   JsonNode menu = lena.seesOnlySelf(post -&gt; post.path("message").asString().contains("…"));
 *   Dialog dialog = lena.seesDialog(lena.click(menu, "New bot"));
 *   Answer sent = lena.submit(dialog, Map.of("name", "stand-up"), channelId, teamId);
 * }
 * </pre>
 */
public final class Person implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String token;
  private final String id;
  private final Websocket websocket;

  private Person(URI server, String token) {
    this.server = server;
    this.token = token;
    this.id = call("GET", "/users/me", null).id();
    this.websocket = Websocket.open(server, token);
  }

  /** Logs in with a password. */
  public static Person logIn(URI server, String username, String password) {
    ObjectNode body = json().put("login_id", username).put("password", password);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> login =
          send(http, request(server, "", "POST", "/users/login", body.toString()));
      return new Person(
          server,
          login
              .headers()
              .firstValue("Token")
              .orElseThrow(() -> new AssertionError("Cannot log in: " + login.body())));
    }
  }

  /** Uses a session or access token that is there already. */
  public static Person withToken(URI server, String token) {
    return new Person(server, token);
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  public String id() {
    return id;
  }

  /** The session's token. */
  public String token() {
    return token;
  }

  /** What this person's client hears. */
  public Websocket websocket() {
    return websocket;
  }

  /**
   * Calls the server.
   *
   * @param path below {@code /api/v4}
   * @param body null for none
   */
  public Answer call(String method, String path, @Nullable JsonNode body) {
    String text = body == null ? "" : body.toString();
    HttpResponse<String> response = send(http, request(server, token, method, path, text));
    return new Answer(response.statusCode(), read(response.body()));
  }

  private static HttpRequest request(
      URI server, String token, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v4" + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static JsonNode read(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    } catch (JacksonException words) {
      return MissingNode.getInstance();
    }
  }

  /** Types a line that begins with a slash. */
  public Answer type(String command, String channelId, String teamId) {
    ObjectNode body =
        json().put("command", command).put("channel_id", channelId).put("team_id", teamId);
    return call("POST", "/commands/execute", body);
  }

  /** Writes an ordinary message. */
  public Answer write(String message, String channelId) {
    return call("POST", "/posts", json().put("channel_id", channelId).put("message", message));
  }

  /** Waits for a post that only this person sees. */
  public JsonNode seesOnlySelf(Predicate<JsonNode> fits) {
    return websocket.await("ephemeral_message", event -> fits.test(event.post())).post();
  }

  /** Waits for a new post. */
  public JsonNode sees(Predicate<JsonNode> fits) {
    return websocket.await("posted", event -> fits.test(event.post())).post();
  }

  /** Waits for a post to change. */
  public JsonNode seesChanged(String postId, Predicate<JsonNode> fits) {
    return websocket
        .await(
            "post_edited",
            event -> event.post().path("id").asString("").equals(postId) && fits.test(event.post()))
        .post();
  }

  /** Clicks the button of a name, as it stands on a post that was seen. */
  public Answer click(JsonNode post, String name) {
    return act(post, action(post, name), json());
  }

  /** Chooses from the menu of a name. */
  public Answer choose(JsonNode post, String name, String option) {
    return act(post, action(post, name), json().put("selected_option", option));
  }

  private Answer act(JsonNode post, JsonNode action, ObjectNode body) {
    String cookie = action.path("cookie").asString("");
    if (!cookie.isEmpty()) {
      body.put("cookie", cookie);
    }
    String path = "/posts/" + post.path("id").asString("") + "/actions/";
    return call("POST", path + action.path("id").asString(""), body);
  }

  /** The buttons and menus of a post. */
  public static Stream<JsonNode> actions(JsonNode post) {
    return post.path("props")
        .path("attachments")
        .valueStream()
        .flatMap(card -> card.path("actions").valueStream());
  }

  private static JsonNode action(JsonNode post, String name) {
    return actions(post)
        .filter(action -> action.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button '" + name + "' on " + post));
  }

  /** Waits for the dialog that a command or click of this client has opened. */
  public Dialog seesDialog(Answer opened) {
    String trigger = opened.triggerId();
    return Dialog.of(
        websocket.await(
            "open_dialog",
            event -> event.data().path("dialog").path("trigger_id").asString("").equals(trigger)));
  }

  /**
   * Sends a dialog that was filled in.
   *
   * @param values by the names of the elements; what is left out is not sent
   */
  public Answer submit(Dialog dialog, Map<String, ?> values, String channelId, String teamId) {
    ObjectNode body = filled(dialog, channelId, teamId).put("cancelled", false);
    body.set("submission", JsonMapper.shared().valueToTree(values));
    return call("POST", "/actions/dialogs/submit", body);
  }

  /** Closes a dialog without sending it; the integration hears of it only if it wanted to. */
  public void cancel(Dialog dialog, String channelId, String teamId) {
    if (dialog.notifyOnCancel()) {
      ObjectNode body = filled(dialog, channelId, teamId).put("cancelled", true);
      body.putObject("submission");
      call("POST", "/actions/dialogs/submit", body).ok();
    }
  }

  private ObjectNode filled(Dialog dialog, String channelId, String teamId) {
    return json()
        .put("url", dialog.url())
        .put("callback_id", dialog.callbackId())
        .put("state", dialog.state())
        .put("user_id", id)
        .put("channel_id", channelId)
        .put("team_id", teamId);
  }

  @Override
  public void close() {
    websocket.close();
    http.close();
  }
}
