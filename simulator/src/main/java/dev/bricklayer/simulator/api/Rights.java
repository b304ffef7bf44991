package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.ChannelMember;
import dev.bricklayer.simulator.world.TeamMember;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;

/** Who may do what, by Mattermost's default roles. */
final class Rights {

  private final World world;

  Rights(World world) {
    this.world = world;
  }

  boolean administers(User user) {
    return user.has("system_admin");
  }

  boolean isIn(User user, Channel channel) {
    return world.channelMember(channel.id(), user.id()) != null;
  }

  boolean isIn(User user, String teamId) {
    return world.teamMember(teamId, user.id()) != null;
  }

  /** To post: members, and those with a role that reaches further. */
  boolean posts(User user, Channel channel) {
    return isIn(user, channel)
        || administers(user)
        || user.has("system_post_all")
        || (channel.open() && user.has("system_post_all_public"));
  }

  /**
   * To see the channel and what is posted there: members; open channels also for the rest of the
   * team.
   */
  boolean reads(User user, Channel channel) {
    return isIn(user, channel)
        || administers(user)
        || (channel.open() && isIn(user, channel.teamId()));
  }

  /** To see who is in the channel: members only, of open channels too. */
  boolean seesMembers(User user, Channel channel) {
    return isIn(user, channel) || administers(user);
  }

  boolean administers(User user, String teamId) {
    TeamMember member = world.teamMember(teamId, user.id());
    return administers(user) || (member != null && member.admin());
  }

  boolean administers(User user, Channel channel) {
    ChannelMember member = world.channelMember(channel.id(), user.id());
    return administers(user) || (member != null && member.admin());
  }
}
