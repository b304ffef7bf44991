package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;

/**
 * The lines by which a server tells a channel what happened to it. Types as Mattermost's, words the
 * stand-in's own.
 */
final class SystemPosts {

  private final World world;

  SystemPosts(World world) {
    this.world = world;
  }

  void joined(Channel channel, User who, User by) {
    boolean self = who.id().equals(by.id());
    say(
        channel,
        by,
        self ? "system_join_channel" : "system_add_to_channel",
        self
            ? "@" + who.username() + " joined."
            : "@" + who.username() + " was added by @" + by.username() + ".");
  }

  void left(Channel channel, User who, User by) {
    boolean self = who.id().equals(by.id());
    say(
        channel,
        by,
        self ? "system_leave_channel" : "system_remove_from_channel",
        self ? "@" + who.username() + " left." : "@" + who.username() + " was removed.");
  }

  void joinedTeam(Channel channel, User who, User by) {
    boolean self = who.id().equals(by.id());
    say(
        channel,
        by,
        self ? "system_join_team" : "system_add_to_team",
        "@" + who.username() + " is in the team now.");
  }

  void archived(Channel channel, User by) {
    say(channel, by, "system_channel_deleted", "@" + by.username() + " archived this channel.");
  }

  void restored(Channel channel, User by) {
    say(channel, by, "system_channel_restored", "@" + by.username() + " restored this channel.");
  }

  void renamed(Channel channel, User by) {
    say(
        channel,
        by,
        "system_displayname_change",
        "This channel is called " + channel.displayName() + " now.");
  }

  private void say(Channel channel, User by, String type, String message) {
    String props = Views.object().put("username", by.username()).toString();
    world.change(
        () -> {
          long now = world.now();
          return world.save(
              new Post(
                  world.freshId(),
                  now,
                  now,
                  0,
                  0,
                  by.id(),
                  channel.id(),
                  "",
                  message,
                  type,
                  props));
        });
  }
}
