package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.Row;
import dev.bricklayer.simulator.world.Team;
import dev.bricklayer.simulator.world.TeamMember;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Teams and who is in them. */
final class TeamCalls {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

  private final World world;
  private final Views views;
  private final Rights rights;
  private final SystemPosts systemPosts;

  TeamCalls(World world, Views views, Rights rights, SystemPosts systemPosts) {
    this.world = world;
    this.views = views;
    this.rights = rights;
    this.systemPosts = systemPosts;
  }

  /** A new team has its maker as administrator, and two channels. */
  Reply create(Call call) {
    String name = call.text("name");
    if (!NAME.matcher(name).matches()) {
      return Reply.refused("model.team.is_valid.characters.app_error", "No valid team name.");
    }
    if (!List.of("O", "I").contains(call.text("type"))) {
      return Reply.refused("model.team.is_valid.type.app_error", "No valid team type.");
    }
    return world.change(
        () ->
            world.teamNamed(name) != null
                ? Reply.refused("app.team.save.existing.app_error", "This name is taken.")
                : Reply.created(views.team(make(name, call))));
  }

  private Team make(String name, Call call) {
    User by = call.user();
    Team team =
        world.save(
            new Team(
                world.freshId(),
                world.now(),
                0,
                name,
                call.text("display_name"),
                call.text("type"),
                by.email(),
                world.freshId()));
    saveChannel(team, "town-square", "Town Square");
    saveChannel(team, "off-topic", "Off-Topic");
    join(team, by, true);
    return team;
  }

  private void saveChannel(Team team, String name, String displayName) {
    long now = world.now();
    world.save(
        new Channel(world.freshId(), now, now, 0, team.id(), "O", name, displayName, "", "", ""));
  }

  /** Whoever joins a team stands in its two first channels at once. */
  private TeamMember join(Team team, User who, boolean admin) {
    TeamMember member = new TeamMember(team.id(), who.id(), admin, 0);
    List<Row> rows = new ArrayList<>(List.of(member));
    for (Channel channel : firstChannels(team)) {
      rows.add(new ChannelMember(channel.id(), who.id(), admin, false));
    }
    world.saveTogether(rows);
    return member;
  }

  private List<Channel> firstChannels(Team team) {
    return world.channelsOf(team.id()).stream()
        .filter(channel -> List.of("town-square", "off-topic").contains(channel.name()))
        .toList();
  }

  Reply list(Call call) {
    ArrayNode teams = JsonNodeFactory.instance.arrayNode();
    call.page(
            world.teams().stream()
                .filter(team -> team.deleteAt() == 0 && mayView(call.user(), team)))
        .forEach(team -> teams.add(views.team(team)));
    return Reply.ok(teams);
  }

  Reply ofUser(Call call) {
    User by = call.user();
    if (!call.userId().equals(by.id()) && !rights.administers(by)) {
      return Reply.forbidden(by.id(), "edit_other_users");
    }
    ArrayNode teams = JsonNodeFactory.instance.arrayNode();
    world.teams().stream()
        .filter(team -> team.deleteAt() == 0)
        .filter(team -> world.teamMember(team.id(), call.userId()) != null)
        .forEach(team -> teams.add(views.team(team)));
    return Reply.ok(teams);
  }

  Reply get(Call call) {
    Team team = world.team(call.segment("team"));
    return team == null
        ? Reply.missing("app.team.get.find.app_error", "No such team.")
        : seen(team, call.user());
  }

  Reply getByName(Call call) {
    Team team = world.teamNamed(call.segment("team"));
    return team == null
        ? Reply.missing("app.team.get_by_name.missing.app_error", "No such team.")
        : seen(team, call.user());
  }

  private Reply seen(Team team, User by) {
    return mayView(by, team) ? Reply.ok(views.team(team)) : Reply.forbidden(by.id(), "view_team");
  }

  private boolean mayView(User by, Team team) {
    return rights.isIn(by, team.id()) || rights.administers(by);
  }

  /** What was in it stays, and can be restored with it. */
  Reply archive(Call call) {
    return close(call, world::now);
  }

  Reply restore(Call call) {
    return close(call, () -> 0L);
  }

  private Reply close(Call call, Supplier<Long> deleteAt) {
    User by = call.user();
    return world.change(
        () -> {
          Team team = world.team(call.segment("team"));
          if (team == null || !rights.administers(by, team.id())) {
            return Reply.forbidden(by.id(), "manage_team");
          }
          Team closed = world.save(team.closed(deleteAt.get()));
          return closed.deleteAt() > 0 ? Reply.done() : Reply.ok(views.team(closed));
        });
  }

  Reply addMember(Call call) {
    User by = call.user();
    Team team = world.team(call.segment("team"));
    if (team == null || !mayView(by, team)) {
      return Reply.forbidden(by.id(), "add_user_to_team");
    }
    return world.change(
        () -> {
          User who = world.user(call.text("user_id"));
          if (who == null) {
            return Reply.missing("app.user.missing_account.const", "No such account.");
          }
          TeamMember member = world.teamMember(team.id(), who.id());
          return Reply.created(views.teamMember(member != null ? member : welcome(team, who, by)));
        });
  }

  private TeamMember welcome(Team team, User who, User by) {
    TeamMember member = join(team, who, false);
    firstChannels(team).forEach(channel -> systemPosts.joinedTeam(channel, who, by));
    return member;
  }

  Reply getMember(Call call) {
    User by = call.user();
    Team team = world.team(call.segment("team"));
    if (team == null || !mayView(by, team)) {
      return Reply.forbidden(by.id(), "view_team");
    }
    TeamMember member = world.teamMember(team.id(), call.userId());
    return member == null ? notIn() : Reply.ok(views.teamMember(member));
  }

  /** Whoever leaves a team leaves its channels, and the first one is told. */
  Reply removeMember(Call call) {
    User by = call.user();
    String team = call.segment("team");
    if (!call.userId().equals(by.id()) && !rights.administers(by, team)) {
      return Reply.forbidden(by.id(), "remove_user_from_team");
    }
    return world.change(
        () -> {
          TeamMember member = world.teamMember(team, call.userId());
          if (member == null) {
            return notIn();
          }
          List<Row> rows = new ArrayList<>();
          rows.add(new TeamMember(team, member.userId(), false, world.now()));
          for (Channel channel : world.channelsOf(team)) {
            rows.add(new ChannelMember(channel.id(), member.userId(), false, true));
          }
          world.saveTogether(rows);
          User gone = world.user(member.userId());
          Channel townSquare = world.channelNamed(team, "town-square");
          if (gone != null && townSquare != null) {
            systemPosts.leftTeam(townSquare, gone, by);
          }
          return Reply.done();
        });
  }

  Reply publicChannels(Call call) {
    User by = call.user();
    String team = call.segment("team");
    if (!rights.isIn(by, team) && !rights.administers(by)) {
      return Reply.forbidden(by.id(), "list_team_channels");
    }
    ArrayNode channels = JsonNodeFactory.instance.arrayNode();
    call.page(channels(team, Channel::open))
        .forEach(channel -> channels.add(views.channel(channel)));
    return Reply.ok(channels);
  }

  Reply channelsOfUser(Call call) {
    User by = call.user();
    String who = call.userId();
    if (!who.equals(by.id()) && !rights.administers(by)) {
      return Reply.forbidden(by.id(), "edit_other_users");
    }
    ArrayNode channels = JsonNodeFactory.instance.arrayNode();
    channels(call.segment("team"), channel -> world.channelMember(channel.id(), who) != null)
        .forEach(channel -> channels.add(views.channel(channel)));
    return Reply.ok(channels);
  }

  private Stream<Channel> channels(String team, Predicate<Channel> which) {
    return world.channelsOf(team).stream().filter(which).filter(channel -> !channel.archived());
  }

  private static Reply notIn() {
    return Reply.missing("app.team.get_member.missing.app_error", "Not in this team.");
  }
}
