package dev.bricklayer.mattermost;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What comes from Mattermost. Reads by hand, field by field: only what Bricklayer needs is
 * required, so that a newer server with other fields is still understood.
 */
final class Readers {

  private Readers() {}

  static Health health(Reply reply) {
    return new Health(text(reply.json(), "status"), reply.serverVersion());
  }

  static ServerSettings serverSettings(Reply reply) {
    Map<String, String> values = new TreeMap<>();
    reply
        .json()
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString("")));
    return new ServerSettings(values);
  }

  static MattermostUser user(Reply reply) {
    JsonNode json = reply.json();
    return new MattermostUser(
        new MattermostUserId(required(json, "id")),
        required(json, "username"),
        json.path("is_bot").asBoolean(false),
        words(text(json, "roles")),
        text(json, "locale"),
        zone(json.path("timezone")),
        json.path("delete_at").asLong(0) > 0);
  }

  static Channel channel(Reply reply) {
    JsonNode json = reply.json();
    String team = text(json, "team_id");
    return new Channel(
        new ChannelId(required(json, "id")),
        team.isEmpty() ? null : new TeamId(team),
        kind(required(json, "type")),
        text(json, "name"),
        text(json, "display_name"),
        json.path("delete_at").asLong(0) > 0);
  }

  static ChannelMember member(Reply reply) {
    JsonNode json = reply.json();
    return new ChannelMember(
        new ChannelId(required(json, "channel_id")),
        new MattermostUserId(required(json, "user_id")),
        words(text(json, "roles")));
  }

  static Post post(Reply reply) {
    return post(reply.json(), reply);
  }

  /** A list comes as ids in their order and the posts beside it, by id. */
  static List<Post> posts(Reply reply) {
    JsonNode byId = reply.json().path("posts");
    List<Post> posts = new ArrayList<>();
    for (JsonNode id : reply.json().path("order")) {
      posts.add(post(byId.path(id.asString("")), reply));
    }
    return List.copyOf(posts);
  }

  private static Post post(JsonNode json, Reply reply) {
    return new Post(
        new PostId(required(json, "id")),
        new ChannelId(required(json, "channel_id")),
        new MattermostUserId(required(json, "user_id")),
        Instant.ofEpochMilli(json.path("create_at").asLong(0)),
        Instant.ofEpochMilli(json.path("update_at").asLong(0)),
        json.path("delete_at").asLong(0) > 0,
        text(json, "message"),
        text(json, "pending_post_id"),
        reply.asMap(json.path("props")));
  }

  private static Channel.Kind kind(String type) {
    return switch (type) {
      case "O" -> Channel.Kind.OPEN;
      case "P" -> Channel.Kind.PRIVATE;
      case "D" -> Channel.Kind.DIRECT;
      case "G" -> Channel.Kind.GROUP;
      default -> throw new UnreadableReply("channel of unknown type");
    };
  }

  /**
   * The flag is a string, as everything in this object. A zone of another tz database counts as
   * none.
   */
  private static @Nullable ZoneId zone(JsonNode json) {
    boolean automatic = "true".equals(text(json, "useAutomaticTimezone"));
    String name = text(json, automatic ? "automaticTimezone" : "manualTimezone");
    try {
      return name.isEmpty() ? null : ZoneId.of(name);
    } catch (DateTimeException unknownHere) {
      return null;
    }
  }

  private static Set<String> words(String roles) {
    return roles.isBlank() ? Set.of() : Set.of(roles.strip().split("\\s+"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static String required(JsonNode json, String field) {
    String value = text(json, field);
    if (value.isEmpty()) {
      throw new UnreadableReply("no '" + field + "' in it");
    }
    return value;
  }
}
