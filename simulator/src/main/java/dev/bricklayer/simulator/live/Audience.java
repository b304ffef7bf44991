package dev.bricklayer.simulator.live;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who hears of an event.
 *
 * @param userId one account; empty for more
 * @param channelId everybody in a channel; empty for more
 * @param teamId everybody in a team; empty for all there are
 * @param withoutUserId who does not hear of it; empty for nobody
 * @param sanitized whether something was left out that others would see
 */
public record Audience(
    String userId, String channelId, String teamId, String withoutUserId, boolean sanitized) {

  public static Audience everybody() {
    return new Audience("", "", "", "", false);
  }

  public static Audience everybodyBut(String userId) {
    return new Audience("", "", "", userId, true);
  }

  public static Audience user(String userId) {
    return new Audience(userId, "", "", "", false);
  }

  /** One account, about something in a channel. */
  public static Audience userIn(String userId, String channelId) {
    return new Audience(userId, channelId, "", "", false);
  }

  public static Audience channel(String channelId) {
    return new Audience("", channelId, "", "", false);
  }

  public static Audience team(String teamId) {
    return new Audience("", "", teamId, "", false);
  }

  /** The same, of an event from which something was left out. */
  public Audience ofSanitized() {
    return new Audience(userId, channelId, teamId, withoutUserId, true);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (withoutUserId.isEmpty()) {
      json.putNull("omit_users");
    } else {
      json.putObject("omit_users").put(withoutUserId, true);
    }
    json.put("user_id", userId)
        .put("channel_id", channelId)
        .put("team_id", teamId)
        .put("connection_id", "")
        .put("omit_connection_id", "");
    return sanitized ? json.put("contains_sanitized_data", true) : json;
  }
}
