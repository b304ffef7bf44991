package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.integration.ActionCookies;
import dev.bricklayer.simulator.live.Audience;
import dev.bricklayer.simulator.live.Broadcast;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts that one person sees who is there just now, and that nobody keeps. */
final class Ephemerals {

  /** Answers to clicks stand under the same name as what was clicked. */
  private static final List<String> RETAINED =
      List.of("from_webhook", "override_username", "override_icon_url");

  private final World world;
  private final Hub hub;
  private final ActionCookies cookies;
  private final Views views;

  Ephemerals(Stage stage, Views views) {
    this.world = stage.world();
    this.hub = stage.hub();
    this.cookies = stage.integrations().cookies();
    this.views = views;
  }

  /** Shows a post to a person. Returns it as they see it; buttons have cookies for targets. */
  ObjectNode show(String userId, NewPost post) {
    String id = world.freshId();
    ObjectNode props = post.props();
    Attachments.fillUp(props, world::freshId);
    Attachments.hideTargets(props, button -> cookies.bake(cookie(button, id, post)));
    ObjectNode shown = views.ephemeralPost(post.ephemeral(id, world.now()));
    ObjectNode data = Views.object().put("post", shown.toString());
    hub.publish(
        new Broadcast("ephemeral_message", data, Audience.userIn(userId, post.channelId())));
    return shown;
  }

  private static ActionCookies.Cookie cookie(ObjectNode button, String id, NewPost post) {
    JsonNode target = button.path("integration");
    return new ActionCookies.Cookie(
        Call.text(button, "type"),
        id,
        post.rootId().isEmpty() ? id : post.rootId(),
        post.channelId(),
        Call.text(button, "data_source"),
        Call.text(target, "url"),
        target.path("context").isObject() ? target.path("context") : Views.object(),
        retained(post.props()));
  }

  /** Those of a post's props that answers to a click on it take over. */
  static Map<String, JsonNode> retained(JsonNode props) {
    Map<String, JsonNode> retained = new HashMap<>();
    RETAINED.stream().filter(props::has).forEach(name -> retained.put(name, props.path(name)));
    return retained;
  }
}
