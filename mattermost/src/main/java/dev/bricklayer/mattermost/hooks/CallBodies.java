package dev.bricklayer.mattermost.hooks;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that somebody sent who says that it is Mattermost. */
final class CallBodies {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CallBodies() {}

  static JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
      throw new UnreadableCallException("not a JSON object");
    } catch (JacksonException notJson) {
      throw new UnreadableCallException("not JSON", notJson);
    }
  }

  static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
