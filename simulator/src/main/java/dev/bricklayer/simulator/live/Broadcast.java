package dev.bricklayer.simulator.live;

import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that sessions hear of.
 *
 * @param name such as {@code posted}
 * @param mentioned the ids of those whom it calls; each hears only of themselves
 */
public record Broadcast(String name, ObjectNode data, Audience audience, Set<String> mentioned) {

  /** One that calls nobody. */
  public Broadcast(String name, ObjectNode data, Audience audience) {
    this(name, data, audience, Set.of());
  }

  /** As one connection hears it, numbered by what went before. */
  String toJson(String userId, long seq) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("event", name);
    json.set("data", mentioned.contains(userId) ? mentioning(userId) : data);
    json.set("broadcast", audience.toJson());
    return json.put("seq", seq).toString();
  }

  private ObjectNode mentioning(String userId) {
    return data.deepCopy().put("mentions", "[\"" + userId + "\"]");
  }
}
