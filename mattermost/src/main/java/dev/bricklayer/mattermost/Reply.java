package dev.bricklayer.mattermost;

import java.net.http.HttpHeaders;
import java.util.Collections;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A successful answer, parsed but not yet understood. */
record Reply(JsonNode json, HttpHeaders headers, JsonMapper mapper) {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  /** From {@code X-Version-Id: 11.6.0.<build>.<hash>.<licensed>}. */
  String serverVersion() {
    String all = headers.firstValue("X-Version-Id").orElse("");
    String[] parts = all.split("\\.", -1);
    return parts.length < 3 ? "" : String.join(".", parts[0], parts[1], parts[2]);
  }

  Map<String, Object> asMap(JsonNode node) {
    return node.isObject() ? Collections.unmodifiableMap(mapper.convertValue(node, MAP)) : Map.of();
  }
}
