package dev.bricklayer.testkit.mattermost;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of the websocket.
 *
 * @param name such as {@code posted}
 * @param data with what stands in it as JSON text (post, dialog, …) read
 */
public record Heard(String name, JsonNode data, JsonNode audience) {

  static Heard of(JsonNode message) {
    JsonNode data = message.path("data");
    return new Heard(
        message.path("event").asString(""),
        data instanceof ObjectNode fields ? read(fields) : data,
        message.path("broadcast"));
  }

  private static JsonNode read(ObjectNode fields) {
    for (String name : List.copyOf(fields.propertyNames())) {
      String text = fields.path(name).asString("");
      if (text.startsWith("{") || text.startsWith("[")) {
        fields.set(name, readOr(text, fields.path(name)));
      }
    }
    return fields;
  }

  private static JsonNode readOr(String text, JsonNode otherwise) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException onlyWords) {
      return otherwise;
    }
  }

  /** The post that it is about; missing where it is about none. */
  public JsonNode post() {
    return data.path("post");
  }
}
