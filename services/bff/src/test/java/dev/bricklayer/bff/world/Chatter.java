package dev.bricklayer.bff.world;

import dev.bricklayer.simulator.StandInMattermost;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  private final Rest bff;
  private final StandInMattermost mattermost;
  private final String username;

  /** One of the demo's people, in the channel {@code release}, who meets this copy. */
  public Chatter(ConfigurableApplicationContext copy, String username) {
    this.bff = BffWorld.nobodyAt(copy);
    this.mattermost = BffWorld.shared().mattermost();
    this.username = username;
  }

  /** Their id in Mattermost. */
  public String id() {
    return mattermost.demo().userId(username);
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
    form.put("channel_id", mattermost.demo().channelId("release"));
    form.put("channel_name", "release");
    form.put("command", "/bricklayer");
    form.put("text", text);
    form.put("trigger_id", "dHJpZ2dlcg==");
    form.put("root_id", "");
    form.put("response_url", mattermost.address() + "/hooks/commands/unknownhook000000000000000");
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
            mattermost.demo().channelId("release"),
            "channel_name",
            "release",
            "team_domain",
            "acme",
            "post_id",
            post,
            "trigger_id",
            "dHJpZ2dlcg==",
            "type",
            "button",
            "context",
            integration.path("context"));
    String path = URI.create(integration.path("url").asString("")).getPath();
    return bff.post(path, JSON.writeValueAsString(call));
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
