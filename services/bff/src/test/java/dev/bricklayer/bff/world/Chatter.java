package dev.bricklayer.bff.world;

import dev.bricklayer.bff.endings.Addressee;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.simulator.StandInMattermost;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person in Mattermost as the bff meets them: posts what Mattermost posts when they type, click
 * or submit.
 */
public final class Chatter {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Rest bff;
  private final StandInMattermost mattermost;
  private final String username;
  private final String id;
  private String trigger = "";
  private String hook = "";
  private String channelId;
  private String channel = "release";

  /** One of the demo's people, in the channel {@code release}, who meets this copy. */
  public Chatter(ConfigurableApplicationContext copy, String username) {
    this.bff = BffWorld.nobodyAt(copy);
    this.mattermost = BffWorld.shared().mattermost();
    this.username = username;
    this.id = mattermost.demo().userId(username);
    this.channelId = mattermost.demo().channelId(channel);
  }

  private Chatter(ConfigurableApplicationContext copy, String username, String id) {
    this.bff = BffWorld.nobodyAt(copy);
    this.mattermost = BffWorld.shared().mattermost();
    this.username = username;
    this.id = id;
    this.channelId = mattermost.demo().channelId(channel);
  }

  /** Somebody whom nobody else meets, without a language or a zone. */
  public static Chatter newcomer(ConfigurableApplicationContext copy) {
    String id = "newcomer" + COUNT.incrementAndGet();
    return new Chatter(copy, id, id);
  }

  /** The same person at another copy. */
  public Chatter at(ConfigurableApplicationContext copy) {
    return new Chatter(copy, username, id);
  }

  /** Their id in Mattermost. */
  public String id() {
    return id;
  }

  /** Types {@code /bricklayer} and this behind it. */
  public Rest.Answer type(String text) {
    return send(command(text, BffWorld.COMMAND_TOKEN));
  }

  /** The fields of Mattermost's call. */
  public Map<String, String> command(String text, String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", token);
    form.put("user_id", id());
    form.put("user_name", username);
    form.put("team_id", mattermost.demo().teamId());
    form.put("team_domain", "acme");
    form.put("channel_id", channelId);
    form.put("channel_name", channel);
    form.put("command", "/bricklayer");
    form.put("text", text);
    form.put("trigger_id", freshTrigger());
    form.put("root_id", "");
    form.put("response_url", mattermost.address() + "/hooks/commands/" + freshHook());
    return form;
  }

  /** Sends such a call. */
  public Rest.Answer send(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return bff.post("/mattermost/slash", body.getBytes(StandardCharsets.UTF_8), FORM);
  }

  /** Clicks the button of this name on what was shown. */
  public Rest.Answer click(JsonNode shown, String name) {
    JsonNode integration = button(shown, name).path("integration");
    return clickAs(integration, "ephemeralpost0000000000000");
  }

  /** Clicks what has this address and context. */
  public Rest.Answer clickAs(JsonNode integration, String post) {
    Map<String, Object> call =
        Map.of(
            "user_id",
            id(),
            "user_name",
            username,
            "channel_id",
            channelId,
            "channel_name",
            channel,
            "team_domain",
            "acme",
            "post_id",
            post,
            "trigger_id",
            freshTrigger(),
            "type",
            "button",
            "context",
            integration.path("context"));
    String path = URI.create(integration.path("url").asString("")).getPath();
    return bff.post(path, JSON.writeValueAsString(call));
  }

  /** Goes to another of the demo's channels. */
  public Chatter in(String name) {
    channel = name;
    channelId = mattermost.demo().channelId(name);
    return this;
  }

  /** Goes to a talk with one other person. */
  public Chatter inDirectTalk() {
    channel = "a".repeat(26) + "__" + "b".repeat(26);
    channelId = "directtalk0000000000000000";
    return this;
  }

  private String freshTrigger() {
    trigger = "trigger" + COUNT.incrementAndGet();
    return trigger;
  }

  private String freshHook() {
    hook = "hook" + COUNT.incrementAndGet();
    return hook;
  }

  /** Them, where they typed last. */
  public Addressee addressee() {
    return new Addressee(new MattermostUserId(id), "en", new Place.Here(hook));
  }

  /** Them, where nothing can be told: Mattermost knows no such person. */
  public Addressee unreachable() {
    return new Addressee(new MattermostUserId(id), "en", new Place.InDirect());
  }

  /** The dialog that the last click or command opened. */
  public JsonNode dialog() {
    return BffWorld.shared().screen().dialog(trigger);
  }

  /** Whether it opened any. */
  public boolean hasDialog() {
    return BffWorld.shared().screen().hasDialog(trigger);
  }

  /** What was shown after the last command, its own answer left out. */
  public List<JsonNode> seen() {
    return BffWorld.shared().screen().answers(hook);
  }

  /** The last that was shown after the last command; waits for it. */
  public JsonNode awaitSeen(int howMany) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(this::seen, seen -> seen.size() >= howMany)
        .getLast();
  }

  /** Sends a dialog. */
  public Rest.Answer submit(JsonNode dialog, Map<String, Object> values) {
    Map<String, Object> call =
        Map.of(
            "type",
            "dialog_submission",
            "callback_id",
            dialog.path("callback_id").asString(""),
            "state",
            dialog.path("state").asString(""),
            "user_id",
            id(),
            "channel_id",
            channelId,
            "team_id",
            mattermost.demo().teamId(),
            "submission",
            values,
            "cancelled",
            false);
    return bff.post("/mattermost/dialog", JSON.writeValueAsString(call));
  }

  /** The button of this name on what was shown. */
  public static JsonNode button(JsonNode shown, String name) {
    return buttons(shown).stream()
        .filter(button -> button.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + name + " on " + shown));
  }

  /** All buttons on what was shown, in their order. */
  public static List<JsonNode> buttons(JsonNode shown) {
    return shown
        .path("attachments")
        .valueStream()
        .flatMap(attachment -> attachment.path("actions").valueStream())
        .toList();
  }

  /** What stands on them. */
  public static List<String> names(JsonNode shown) {
    return buttons(shown).stream().map(button -> button.path("name").asString("")).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
