package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Bot;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Command;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.TeamMember;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Rows as the played version shows them, field by field as the real servers were seen to. */
final class Views {

  private static final Map<String, String> NOTIFY_PROPS =
      Map.ofEntries(
          Map.entry("channel", "true"),
          Map.entry("comments", "never"),
          Map.entry("desktop", "mention"),
          Map.entry("desktop_sound", "true"),
          Map.entry("desktop_threads", "all"),
          Map.entry("email", "true"),
          Map.entry("email_threads", "all"),
          Map.entry("first_name", "false"),
          Map.entry("mention_keys", ""),
          Map.entry("push", "mention"),
          Map.entry("push_status", "online"),
          Map.entry("push_threads", "all"));

  private static final Map<String, String> CHANNEL_NOTIFY_PROPS =
      Map.of(
          "channel_auto_follow_threads", "off",
          "desktop", "default",
          "email", "default",
          "ignore_channel_mentions", "default",
          "mark_unread", "all",
          "push", "default");

  private final World world;
  private final ServerVersion version;

  Views(World world, ServerVersion version) {
    this.world = world;
    this.version = version;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An account as it sees itself, or an administrator sees it. */
  ObjectNode userInFull(User user) {
    ObjectNode json = userBasics(user);
    if (!version.atLeast11()) {
      json.put("auth_data", "");
    }
    NOTIFY_PROPS.forEach(json.putObject("notify_props")::put);
    return json.put("last_password_update", user.createAt());
  }

  /** An account as others see it. */
  ObjectNode user(User user) {
    return userBasics(user).put("auth_data", "");
  }

  private ObjectNode userBasics(User user) {
    ObjectNode json =
        object()
            .put("id", user.id())
            .put("create_at", user.createAt())
            .put("update_at", user.updateAt())
            .put("delete_at", user.deleteAt())
            .put("username", user.username())
            .put("auth_service", "")
            .put("email", user.email())
            .put("nickname", user.names().nickname())
            .put("first_name", user.names().first())
            .put("last_name", user.names().last())
            .put("position", user.names().position())
            .put("roles", user.roles())
            .put("locale", user.locale())
            .put("disable_welcome_email", false);
    json.putObject("timezone")
        .put("automaticTimezone", user.zone().automatic())
        .put("manualTimezone", user.zone().manual())
        .put("useAutomaticTimezone", user.zone().useAutomatic());
    Bot bot = world.bot(user.id());
    return bot == null
        ? json.put("remote_id", "")
        : json.put("is_bot", true).put("bot_description", bot.description());
  }

  ObjectNode bot(Bot bot, User account) {
    ObjectNode json = object().put("user_id", bot.userId()).put("username", account.username());
    if (!account.names().first().isEmpty()) {
      json.put("display_name", account.names().first());
    }
    if (!bot.description().isEmpty()) {
      json.put("description", bot.description());
    }
    return json.put("owner_id", bot.ownerId())
        .put("create_at", bot.createAt())
        .put("update_at", bot.updateAt())
        .put("delete_at", bot.deleteAt());
  }

  ObjectNode team(Team team) {
    return object()
        .put("id", team.id())
        .put("create_at", team.createAt())
        .put("update_at", Math.max(team.createAt(), team.deleteAt()))
        .put("delete_at", team.deleteAt())
        .put("display_name", team.displayName())
        .put("name", team.name())
        .put("description", "")
        .put("email", team.email())
        .put("type", team.type())
        .put("company_name", "")
        .put("allowed_domains", "")
        .put("invite_id", team.inviteId())
        .put("allow_open_invite", false)
        .put("cloud_limits_archived", false)
        .putNull("scheme_id")
        .putNull("group_constrained")
        .putNull("policy_id");
  }

  ObjectNode teamMember(TeamMember member) {
    return object()
        .put("team_id", member.teamId())
        .put("user_id", member.userId())
        .put("roles", member.admin() ? "team_user team_admin" : "team_user")
        .put("delete_at", member.deleteAt())
        .put("scheme_guest", false)
        .put("scheme_user", true)
        .put("scheme_admin", member.admin())
        .put("explicit_roles", "");
  }

  ObjectNode channel(Channel channel) {
    long posts = world.postCount(channel.id());
    long lastPostAt = world.lastPostAt(channel.id());
    ObjectNode json =
        object()
            .put("id", channel.id())
            .put("create_at", channel.createAt())
            .put("update_at", channel.updateAt())
            .put("delete_at", channel.deleteAt())
            .put("team_id", channel.teamId())
            .put("type", channel.type())
            .put("display_name", channel.displayName())
            .put("name", channel.name())
            .put("header", channel.header())
            .put("purpose", channel.purpose())
            .put("last_post_at", lastPostAt)
            .put("total_msg_count", posts)
            .put("extra_update_at", 0)
            .put("creator_id", channel.creatorId())
            .put("total_msg_count_root", posts)
            .put("last_root_post_at", lastPostAt)
            .putNull("scheme_id")
            .putNull("props")
            .putNull("group_constrained")
            .putNull("shared")
            .putNull("policy_id");
    if (channel.type().equals("D") || (channel.type().equals("G") && version.atLeast11())) {
      json.put("shared", false);
    }
    return version.atLeast11() ? withNewsOf11(json) : json;
  }

  private static ObjectNode withNewsOf11(ObjectNode channel) {
    return channel
        .put("autotranslation", false)
        .put("policy_enforced", false)
        .put("policy_is_active", false)
        .put("default_category_name", "")
        .putNull("banner_info");
  }

  ObjectNode channelMember(ChannelMember member) {
    ObjectNode json =
        object()
            .put("channel_id", member.channelId())
            .put("user_id", member.userId())
            .put("roles", member.admin() ? "channel_user channel_admin" : "channel_user")
            .put("last_viewed_at", -1)
            .put("msg_count", 0)
            .put("mention_count", 0)
            .put("mention_count_root", 0)
            .put("urgent_mention_count", 0)
            .put("msg_count_root", 0)
            .put("last_update_at", -1)
            .put("scheme_guest", false)
            .put("scheme_user", true)
            .put("scheme_admin", member.admin())
            .put("explicit_roles", "");
    CHANNEL_NOTIFY_PROPS.forEach(json.putObject("notify_props")::put);
    return version.atLeast11() ? json.put("autotranslation_disabled", false) : json;
  }

  /** A slash command with its token, as those see it who may manage it. */
  ObjectNode command(Command command) {
    return object()
        .put("id", command.id())
        .put("token", command.token())
        .put("create_at", command.createAt())
        .put("update_at", command.updateAt())
        .put("delete_at", command.deleteAt())
        .put("creator_id", command.creatorId())
        .put("team_id", command.teamId())
        .put("trigger", command.trigger())
        .put("method", command.method())
        .put("username", command.look().username())
        .put("icon_url", command.look().iconUrl())
        .put("auto_complete", command.look().hinted())
        .put("auto_complete_desc", command.look().hintText())
        .put("auto_complete_hint", command.look().hint())
        .put("display_name", command.look().displayName())
        .put("description", command.look().description())
        .put("url", command.url())
        .put("plugin_id", "");
  }

  /** A new access token, the only time that its value is shown. */
  ObjectNode newToken(Token token) {
    return token(token).put("token", token.value());
  }

  ObjectNode token(Token token) {
    return object()
        .put("id", token.id())
        .put("user_id", token.userId())
        .put("description", token.description())
        .put("is_active", token.active());
  }

  /** A post as its author hears of it when it is made, or anybody who reads it. */
  ObjectNode post(Post post) {
    ObjectNode json = postWithoutMetadata(post);
    ObjectNode metadata = json.putObject("metadata");
    if (Attachments.in(post.props())) {
      metadata.putArray("embeds").addObject().put("type", "message_attachment");
    }
    return json;
  }

  /** A post as the answer to a repeated {@code pending_post_id} shows it. */
  ObjectNode postWithoutMetadata(Post post) {
    ObjectNode json =
        object()
            .put("id", post.id())
            .put("create_at", post.createAt())
            .put("update_at", post.updateAt())
            .put("edit_at", post.editAt())
            .put("delete_at", post.deleteAt())
            .put("is_pinned", false)
            .put("user_id", post.userId())
            .put("channel_id", post.channelId())
            .put("root_id", post.rootId())
            .put("original_id", "")
            .put("message", post.message())
            .put("type", post.type())
            .put("hashtags", "")
            .put("pending_post_id", "")
            .put("remote_id", "")
            .put("reply_count", 0)
            .put("last_reply_at", 0)
            .putNull("participants");
    json.putRawValue("props", new RawValue(Attachments.shown(post.props())));
    if (version.atLeast11()) {
      json.putArray("file_ids");
    }
    return json;
  }

  /** A post that nobody keeps. */
  ObjectNode ephemeralPost(Post post) {
    ObjectNode json = post(post);
    json.remove("remote_id");
    return version.atLeast11() ? json.putNull("file_ids") : json;
  }

  /**
   * Posts, newest first.
   *
   * @param older the id of the post that comes next, going back; empty for none
   */
  ObjectNode posts(List<Post> newestFirst, String older) {
    ObjectNode json = object();
    var order = json.putArray("order");
    var byId = json.putObject("posts");
    for (Post post : newestFirst) {
      order.add(post.id());
      byId.set(post.id(), post(post));
    }
    json.put("next_post_id", "").put("prev_post_id", older).put("first_inaccessible_post_time", 0);
    return version.atLeast11() ? json : json.put("has_next", false);
  }
}
