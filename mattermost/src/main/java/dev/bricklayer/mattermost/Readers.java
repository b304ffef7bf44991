package dev.bricklayer.mattermost;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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

  /** Whatever the body says: the status was a success. */
  static Done done(Reply reply) {
    return Done.DONE;
  }

  static TeamMember teamMember(Reply reply) {
    JsonNode json = reply.json();
    return new TeamMember(
        new TeamId(required(json, "team_id")),
        new MattermostUserId(required(json, "user_id")),
        words(text(json, "roles")),
        json.path("delete_at").asLong(0) > 0);
  }

  /** Of all roles in the list together. */
  static Set<String> permissions(Reply reply) {
    Set<String> permissions = new HashSet<>();
    for (JsonNode role : reply.json()) {
      role.path("permissions").forEach(each -> permissions.add(each.asString("")));
    }
    return Set.copyOf(permissions);
  }

  static Bot bot(Reply reply) {
    JsonNode json = reply.json();
    return new Bot(
        new MattermostUserId(required(json, "user_id")),
        required(json, "username"),
        text(json, "display_name"),
        text(json, "description"),
        text(json, "owner_id"),
        json.path("delete_at").asLong(0) > 0);
  }

  static NewToken newToken(Reply reply) {
    return new NewToken(
        new TokenId(required(reply.json(), "id")),
        new AccessToken(required(reply.json(), "token")));
  }

  static List<KnownToken> tokens(Reply reply) {
    return each(
        reply,
        json ->
            new KnownToken(
                new TokenId(required(json, "id")),
                text(json, "description"),
                json.path("is_active").asBoolean(false)));
  }

  static Team team(Reply reply) {
    return team(reply.json());
  }

  static List<Team> teams(Reply reply) {
    return each(reply, Readers::team);
  }

  private static Team team(JsonNode json) {
    return new Team(
        new TeamId(required(json, "id")),
        required(json, "name"),
        text(json, "display_name"),
        json.path("delete_at").asLong(0) > 0);
  }

  static Command command(Reply reply) {
    return command(reply.json());
  }

  static List<Command> commands(Reply reply) {
    return each(reply, Readers::command);
  }

  private static Command command(JsonNode json) {
    String token = text(json, "token");
    return new Command(
        new CommandId(required(json, "id")),
        new TeamId(required(json, "team_id")),
        new MattermostUserId(required(json, "creator_id")),
        required(json, "trigger"),
        text(json, "url"),
        "P".equals(text(json, "method")),
        text(json, "display_name"),
        text(json, "description"),
        json.path("auto_complete").asBoolean(false),
        text(json, "auto_complete_hint"),
        text(json, "auto_complete_desc"),
        text(json, "username"),
        token.isEmpty() ? null : new AccessToken(token));
  }

  static AccessToken commandToken(Reply reply) {
    return new AccessToken(required(reply.json(), "token"));
  }

  static CommandAnswer commandAnswer(Reply reply) {
    return new CommandAnswer(text(reply.json(), "text"));
  }

  static Configuration configuration(Reply reply) {
    Map<String, String> values = new TreeMap<>();
    for (var section : reply.json().properties()) {
      for (var setting : section.getValue().properties()) {
        if (setting.getValue().isValueNode() && !setting.getValue().isNull()) {
          values.put(section.getKey() + "." + setting.getKey(), setting.getValue().asString(""));
        }
      }
    }
    return new Configuration(values);
  }

  private static <T> List<T> each(Reply reply, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    for (JsonNode json : reply.json()) {
      all.add(reader.apply(json));
    }
    return List.copyOf(all);
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
