package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.live.Audience;
import dev.bricklayer.simulator.live.Broadcast;
import dev.bricklayer.simulator.live.Hub;
import dev.bricklayer.simulator.world.Bot;
import dev.bricklayer.simulator.world.Change;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Command;
import dev.bricklayer.simulator.world.Identity;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.ResponseUrl;
import dev.bricklayer.simulator.world.Row;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.TeamMember;
import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of what changes in the world, for those who listen. */
final class Announcements {

  private static final Pattern EVERYBODY = Pattern.compile("(?<!\\w)@(all|channel|here)\\b");

  private final World world;
  private final ServerVersion version;
  private final Hub hub;
  private final Views views;
  private final Mentions mentions;

  Announcements(Stage stage, Views views) {
    this.world = stage.world();
    this.version = stage.version();
    this.hub = stage.hub();
    this.views = views;
    this.mentions = new Mentions(stage.world());
  }

  /** What belongs together is told together: whoever joins a new channel makes it. */
  void tell(List<Change> changes) {
    if (hub.idle()) {
      return;
    }
    Set<String> fresh =
        changes.stream()
            .filter(change -> change.before() == null)
            .map(change -> change.after() instanceof Channel channel ? channel.id() : "")
            .collect(Collectors.toSet());
    changes.forEach(change -> tell(change.before(), change.after(), fresh));
  }

  private void tell(@Nullable Row before, Row after, Set<String> freshChannels) {
    switch (after) {
      case Post it -> tell((Post) before, it);
      case Channel it -> tell((Channel) before, it);
      case ChannelMember it -> {
        if (!freshChannels.contains(it.channelId())) {
          tell((ChannelMember) before, it);
        }
      }
      case TeamMember it -> tell((TeamMember) before, it);
      case User it -> tell((User) before, it);
      case Team it -> tell((Team) before, it);
      case Identity _, Bot _, Token _, Command _, ResponseUrl _ -> {}
    }
  }

  private void publish(String name, ObjectNode data, Audience audience) {
    hub.publish(new Broadcast(name, data, audience));
  }

  private void tell(@Nullable Post before, Post after) {
    Audience channel = Audience.channel(after.channelId());
    if (before == null) {
      hub.publish(new Broadcast("posted", posted(after), channel, mentioned(after)));
    } else if (after.deleted() && !before.deleted()) {
      String gone = views.postWithoutMetadata(before).toString();
      publish("post_deleted", Views.object().put("post", gone), channel.ofSanitized());
    } else {
      publish("post_edited", Views.object().put("post", views.post(after).toString()), channel);
    }
  }

  private ObjectNode posted(Post post) {
    Channel channel = world.channel(post.channelId());
    User author = world.user(post.userId());
    JsonNode props = JsonMapper.shared().readTree(post.props());
    ObjectNode shown = views.post(post);
    boolean byCall = post.type().isEmpty() && !props.has("from_webhook");
    if (!byCall) {
      shown.remove("remote_id");
    }
    String sender = post.system() || author == null ? "System" : "@" + author.username();
    ObjectNode data =
        Views.object()
            .put("post", shown.toString())
            .put("sender_name", props.path("override_username").asString(sender))
            .put("set_online", true);
    if (channel == null) {
      return data;
    }
    return data.put(
            "channel_display_name", channel.type().equals("D") ? sender : channel.displayName())
        .put("channel_name", channel.name())
        .put("channel_type", channel.type())
        .put("team_id", channel.teamId());
  }

  /** Those whom a post calls: by name, all of a channel, or by speaking to them alone. */
  private Set<String> mentioned(Post post) {
    Channel channel = world.channel(post.channelId());
    boolean personal = channel != null && channel.personal() && !post.system();
    boolean all = personal || EVERYBODY.matcher(post.message()).find();
    Set<String> named =
        mentions.people(post.message()).stream().map(User::id).collect(Collectors.toSet());
    return world.membersOf(post.channelId()).stream()
        .map(ChannelMember::userId)
        .filter(id -> named.contains(id) || (all && !id.equals(post.userId())))
        .collect(Collectors.toSet());
  }

  private static ArrayNode ids(Iterable<String> ids) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ids.forEach(array::add);
    return array;
  }

  private void tell(@Nullable Channel before, Channel after) {
    if (before == null) {
      created(after);
      return;
    }
    ObjectNode data = Views.object();
    Audience around = after.open() ? Audience.team(after.teamId()) : Audience.channel(after.id());
    if (after.archived() && !before.archived()) {
      data.put("channel_id", after.id()).put("delete_at", after.deleteAt());
      publish("channel_deleted", data, around);
    } else if (before.archived() && !after.archived()) {
      publish("channel_restored", data.put("channel_id", after.id()), around);
    } else {
      data.put("channel", views.channel(after).toString());
      publish("channel_updated", data, Audience.channel(after.id()));
    }
  }

  private void created(Channel channel) {
    List<String> members =
        world.membersOf(channel.id()).stream().map(ChannelMember::userId).toList();
    ObjectNode data = Views.object();
    switch (channel.type()) {
      case "D" -> {
        String other =
            members.stream().filter(id -> !id.equals(channel.creatorId())).findAny().orElse("");
        data.put("creator_id", channel.creatorId()).put("teammate_id", other);
        publish("direct_added", data, Audience.channel(channel.id()));
      }
      case "G" -> {
        data.put("teammate_ids", ids(members).toString());
        if (version.atLeast11()) {
          members.forEach(id -> publish("group_added", data, Audience.userIn(id, channel.id())));
        } else {
          publish("group_added", data, Audience.channel(channel.id()));
        }
      }
      default -> {
        if (!channel.creatorId().isEmpty()) {
          data.put("channel_id", channel.id()).put("team_id", channel.teamId());
          publish("channel_created", data, Audience.user(channel.creatorId()));
        }
      }
    }
  }

  private void tell(@Nullable ChannelMember before, ChannelMember after) {
    Audience channel = Audience.channel(after.channelId());
    Channel where = world.channel(after.channelId());
    ObjectNode data = Views.object();
    if (after.gone() && before != null) {
      data.put("user_id", after.userId()).put("remover_id", Acting.userId());
      publish("user_removed", data, channel);
      ObjectNode forThem =
          Views.object().put("channel_id", after.channelId()).put("remover_id", Acting.userId());
      publish("user_removed", forThem, Audience.user(after.userId()));
    } else if (before == null && where != null) {
      data.put("user_id", after.userId()).put("team_id", where.teamId());
      publish("user_added", data, channel);
    }
  }

  private void tell(@Nullable Team before, Team after) {
    if (before != null) {
      String name = after.deleteAt() > 0 ? "delete_team" : "restore_team";
      publish(
          name,
          Views.object().put("team", views.team(after).toString()),
          Audience.team(after.id()));
    }
  }

  private void tell(@Nullable TeamMember before, TeamMember after) {
    ObjectNode data = Views.object().put("user_id", after.userId()).put("team_id", after.teamId());
    boolean was = before != null && before.deleteAt() == 0;
    boolean is = after.deleteAt() == 0;
    if (is && !was) {
      publish("added_to_team", data, Audience.user(after.userId()));
    } else if (was && !is) {
      publish("leave_team", data, Audience.team(after.teamId()));
      publish("leave_team", data, Audience.user(after.userId()));
    }
  }

  private void tell(@Nullable User before, User after) {
    if (before != null && !before.roles().equals(after.roles())) {
      ObjectNode data = Views.object().put("user_id", after.id()).put("roles", after.roles());
      publish("user_role_updated", data, Audience.user(after.id()));
    } else if (before != null) {
      ObjectNode forOthers = Views.object();
      forOthers.set("user", views.user(after));
      publish("user_updated", forOthers, Audience.everybodyBut(after.id()));
      ObjectNode forThem = Views.object();
      forThem.set("user", views.userInFull(after));
      publish("user_updated", forThem, Audience.user(after.id()));
    }
  }
}
