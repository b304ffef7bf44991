package dev.bricklayer.simulator.api;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cards of a post: filled up when they come, and shown without what belongs to the server
 * alone.
 */
final class Attachments {

  private static final Set<String> TEXTS =
      Set.of(
          "fallback",
          "color",
          "pretext",
          "author_name",
          "author_link",
          "author_icon",
          "title",
          "title_link",
          "text",
          "image_url",
          "thumb_url",
          "footer",
          "footer_icon");

  private Attachments() {}

  /** Whether props (JSON text) hold any. */
  static boolean in(String props) {
    return props.contains("\"attachments\"");
  }

  /** Gives every attachment all fields that Mattermost's have. */
  static void fillUp(ObjectNode props) {
    for (JsonNode each : props.path("attachments")) {
      if (each instanceof ObjectNode attachment) {
        TEXTS.forEach(field -> attachment.put(field, attachment.path(field).asString("")));
        attachment.put("id", 0);
        attachment.putIfAbsent("fields", attachment.nullNode());
        attachment.putIfAbsent("ts", attachment.nullNode());
      }
    }
  }

  /** Props without where buttons lead: nobody reads that back, not even the author. */
  static String shown(String props) {
    if (!props.contains("\"integration\"")) {
      return props;
    }
    JsonNode json = JsonMapper.shared().readTree(props);
    for (JsonNode attachment : json.path("attachments")) {
      for (JsonNode action : attachment.path("actions")) {
        if (action instanceof ObjectNode button) {
          button.remove("integration");
        }
      }
    }
    return json.toString();
  }
}
