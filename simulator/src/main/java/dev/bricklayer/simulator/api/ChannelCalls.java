package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Channels and who is in them. */
final class ChannelCalls {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final int MOST_IN_A_GROUP = 8;

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerConfig config;
  private final SystemPosts systemPosts;
  private final DirectChannels directChannels;

  ChannelCalls(
      World world,
      Views views,
      Rights rights,
      ServerConfig config,
      SystemPosts systemPosts,
      DirectChannels directChannels) {
    this.world = world;
    this.views = views;
    this.rights = rights;
    this.config = config;
    this.systemPosts = systemPosts;
    this.directChannels = directChannels;
  }

  Reply create(Call call) {
    User by = call.user();
    String team = call.text("team_id");
    String type = call.text("type");
    String name = call.text("name");
    if (!List.of("O", "P").contains(type)) {
      return Reply.refused("model.channel.is_valid.type.app_error", "No valid channel type.");
    }
    if (!NAME.matcher(name).matches()) {
      return Reply.refused("model.channel.is_valid.1_or_more.app_error", "No valid channel name.");
    }
    if (!rights.isIn(by, team) && !rights.administers(by)) {
      String permission = type.equals("O") ? "create_public_channel" : "create_private_channel";
      return Reply.forbidden(by.id(), permission);
    }
    return world.change(
        () ->
            world.channelNamed(team, name) != null
                ? Reply.refused("store.sql_channel.save_channel.exists.app_error", "Name taken.")
                : Reply.created(views.channel(make(team, type, name, call))));
  }

  private Channel make(String team, String type, String name, Call call) {
    long now = world.now();
    Channel channel =
        new Channel(
            world.freshId(),
            now,
            now,
            0,
            team,
            type,
            name,
            call.text("display_name"),
            call.text("header"),
            call.text("purpose"),
            call.user().id());
    world.saveTogether(
        List.of(channel, new ChannelMember(channel.id(), call.user().id(), true, false)));
    return channel;
  }

  /** Opening a direct channel for others takes an administrator. */
  Reply direct(Call call) {
    List<String> ids = strings(call.body());
    User by = call.user();
    if (ids.size() != 2) {
      return Reply.badBody("user_ids");
    }
    if (!ids.contains(by.id()) && !rights.administers(by)) {
      return Reply.forbidden(by.id(), "manage_system");
    }
    User one = world.user(by.id().equals(ids.getLast()) ? ids.getLast() : ids.getFirst());
    User other = world.user(by.id().equals(ids.getLast()) ? ids.getFirst() : ids.getLast());
    if (one == null || other == null) {
      return Reply.missing("app.user.missing_account.const", "No such account.");
    }
    if (config.directToTeamMatesOnly() && !world.shareATeam(one.id(), other.id())) {
      return new Reply.Problem(
          403,
          "api.channel.create_channel.direct_channel.team_restricted_error",
          "Direct messages go to people of a common team only.",
          "");
    }
    return Reply.created(views.channel(directChannels.between(one, other)));
  }

  Reply group(Call call) {
    List<User> people = new ArrayList<>();
    for (String id : strings(call.body())) {
      User user = world.user(id);
      if (user == null) {
        return Reply.missing("app.user.missing_account.const", "No such account.");
      }
      people.add(user);
    }
    if (people.stream().noneMatch(user -> user.id().equals(call.user().id()))) {
      people.add(call.user());
    }
    if (people.size() < 3 || people.size() > MOST_IN_A_GROUP) {
      return Reply.refused("api.channel.create_group.bad_size.app_error", "3 to 8 people.");
    }
    return Reply.created(views.channel(directChannels.group(people)));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(each -> each.asString("")).toList();
  }

  Reply get(Call call) {
    Channel channel = world.channel(call.segment("channel"));
    if (channel == null) {
      return Reply.missing("app.channel.get.existing.app_error", "No such channel.");
    }
    return rights.reads(call.user(), channel)
        ? Reply.ok(views.channel(channel))
        : Reply.forbidden(call.user().id(), "read_channel");
  }

  Reply getByName(Call call) {
    return byName(call, world.team(call.segment("team")));
  }

  Reply getByTeamName(Call call) {
    return byName(call, world.teamNamed(call.segment("team")));
  }

  /**
   * A private channel that the caller is not in looks like one that is not there; an open one does
   * not.
   */
  private Reply byName(Call call, @Nullable Team team) {
    if (team == null) {
      return Reply.missing("app.team.get_by_name.missing.app_error", "No such team.");
    }
    Channel channel = world.channelNamed(team.id(), call.segment("name"));
    boolean hidden = channel != null && channel.archived() && !call.flag("include_deleted");
    if (channel == null || hidden) {
      return noSuchName();
    }
    if (rights.reads(call.user(), channel)) {
      return Reply.ok(views.channel(channel));
    }
    return channel.open() ? Reply.forbidden(call.user().id(), "read_public_channel") : noSuchName();
  }

  private static Reply noSuchName() {
    return Reply.missing("app.channel.get_by_name.missing.app_error", "No such channel.");
  }

  Reply patch(Call call) {
    return changed(
        call,
        "manage_public_channel_properties",
        channel -> {
          String displayName = call.text("display_name", channel.displayName());
          Channel changed =
              channel.described(
                  call.text("name", channel.name()),
                  displayName,
                  call.text("header", channel.header()),
                  call.text("purpose", channel.purpose()),
                  world.now());
          world.save(changed);
          if (!displayName.equals(channel.displayName())) {
            systemPosts.renamed(channel, changed, call.user());
          }
          return Reply.ok(views.channel(changed));
        });
  }

  Reply archive(Call call) {
    return changed(
        call,
        "delete_public_channel",
        channel -> {
          if (channel.personal()) {
            return Reply.refused("api.channel.delete_channel.type.invalid", "Not this type.");
          }
          if (channel.name().equals("town-square")) {
            return Reply.refused("api.channel.delete_channel.cannot.app_error", "Not this one.");
          }
          if (channel.archived()) {
            return Reply.refused("api.channel.delete_channel.deleted.app_error", "It is already.");
          }
          systemPosts.archived(channel, call.user());
          long now = world.now();
          world.save(channel.closed(now, now));
          return Reply.done();
        });
  }

  Reply restore(Call call) {
    User by = call.user();
    return world.change(
        () -> {
          Channel channel = world.channel(call.segment("channel"));
          if (channel == null) {
            return Reply.missing("app.channel.get.existing.app_error", "No such channel.");
          }
          if (!rights.administers(by, channel.teamId())) {
            return Reply.forbidden(by.id(), "manage_team");
          }
          if (!channel.archived()) {
            return Reply.refused("api.channel.restore_channel.restored.app_error", "It is open.");
          }
          Channel open = world.save(channel.closed(0, world.now()));
          systemPosts.restored(open, by);
          return Reply.ok(views.channel(open));
        });
  }

  Reply addMember(Call call) {
    return world.change(
        () -> {
          Channel channel = world.channel(call.segment("channel"));
          if (channel == null) {
            return Reply.missing("app.channel.get.existing.app_error", "No such channel.");
          }
          if (channel.personal()) {
            return Reply.refused(
                "api.channel.add_user_to_channel.type.app_error", "Not to this type.");
          }
          User who = world.user(call.text("user_id"));
          if (who == null) {
            return Reply.missing("app.user.missing_account.const", "No such account.");
          }
          return add(channel, who, call.user());
        });
  }

  private Reply add(Channel channel, User who, User by) {
    boolean joins = channel.open() && who.id().equals(by.id()) && rights.reads(by, channel);
    if (!joins && !rights.seesMembers(by, channel)) {
      String kind = channel.open() ? "public" : "private";
      return Reply.forbidden(by.id(), "manage_" + kind + "_channel_members");
    }
    if (!rights.isIn(who, channel.teamId())) {
      return Reply.missing("app.team.get_member.missing.app_error", "Not in the team.");
    }
    ChannelMember member = world.channelMember(channel.id(), who.id());
    if (member == null) {
      member = world.save(new ChannelMember(channel.id(), who.id(), false, false));
      systemPosts.joined(channel, who, by);
    }
    return Reply.created(views.channelMember(member));
  }

  Reply members(Call call) {
    Channel channel = world.channel(call.segment("channel"));
    if (channel == null || !rights.seesMembers(call.user(), channel)) {
      return Reply.forbidden(call.user().id(), "read_channel");
    }
    ArrayNode members = JsonNodeFactory.instance.arrayNode();
    call.page(world.membersOf(channel.id()).stream())
        .forEach(member -> members.add(views.channelMember(member)));
    return Reply.ok(members);
  }

  Reply getMember(Call call) {
    Channel channel = world.channel(call.segment("channel"));
    if (channel == null || !rights.seesMembers(call.user(), channel)) {
      return Reply.forbidden(call.user().id(), "read_channel");
    }
    ChannelMember member = world.channelMember(channel.id(), call.userId());
    return member == null ? notIn() : Reply.ok(views.channelMember(member));
  }

  Reply removeMember(Call call) {
    User by = call.user();
    return world.change(
        () -> {
          Channel channel = world.channel(call.segment("channel"));
          boolean leaves = call.userId().equals(by.id());
          if (channel == null || (!leaves && !rights.seesMembers(by, channel))) {
            return Reply.forbidden(by.id(), "manage_public_channel_members");
          }
          if (channel.name().equals("town-square")) {
            return Reply.refused("api.channel.remove.default.app_error", "Everybody is in it.");
          }
          User who = world.user(call.userId());
          if (who == null || world.channelMember(channel.id(), who.id()) == null) {
            return notIn();
          }
          world.save(new ChannelMember(channel.id(), who.id(), false, true));
          systemPosts.left(channel, who, by);
          return Reply.done();
        });
  }

  private static Reply notIn() {
    return Reply.missing("app.channel.get_member.missing.app_error", "Not in this channel.");
  }

  private interface Change {
    Reply apply(Channel channel);
  }

  private Reply changed(Call call, String permission, Change change) {
    return world.change(
        () -> {
          Channel channel = world.channel(call.segment("channel"));
          if (channel == null) {
            return Reply.missing("app.channel.get.existing.app_error", "No such channel.");
          }
          return rights.seesMembers(call.user(), channel)
              ? change.apply(channel)
              : Reply.forbidden(call.user().id(), permission);
        });
  }
}
