package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.User;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines by which a server tells a channel what happened to it. Types as Mattermost's, words the
 * stand-in's own.
 */
final class SystemPosts {

  private final Posting posting;

  SystemPosts(Posting posting) {
    this.posting = posting;
  }

  void joined(Channel channel, User who, User by) {
    if (who.id().equals(by.id())) {
      say(channel, by, "system_join_channel", "@" + who.username() + " joined.", named(by));
    } else {
      String message = "@" + who.username() + " was added by @" + by.username() + ".";
      say(channel, by, "system_add_to_channel", message, added(who, by));
    }
  }

  private static ObjectNode added(User who, User by) {
    return named(by)
        .put("userId", by.id())
        .put("addedUserId", who.id())
        .put("addedUsername", who.username());
  }

  void left(Channel channel, User who, User by) {
    if (who.id().equals(by.id())) {
      say(channel, by, "system_leave_channel", "@" + who.username() + " left.", named(by));
    } else {
      ObjectNode props =
          Views.object().put("removedUserId", who.id()).put("removedUsername", who.username());
      String message = "@" + who.username() + " was removed.";
      say(channel, by, "system_remove_from_channel", message, props);
    }
  }

  void joinedTeam(Channel channel, User who, User by) {
    String message = "@" + who.username() + " is in the team now.";
    if (who.id().equals(by.id())) {
      say(channel, by, "system_join_team", message, named(by));
    } else {
      say(channel, by, "system_add_to_team", message, added(who, by));
    }
  }

  void leftTeam(Channel channel, User who, User by) {
    boolean self = who.id().equals(by.id());
    String type = self ? "system_leave_team" : "system_remove_from_team";
    say(channel, who, type, "@" + who.username() + " has left the team.", named(who));
  }

  void archived(Channel channel, User by) {
    String message = "@" + by.username() + " archived this channel.";
    say(channel, by, "system_channel_deleted", message, named(by));
  }

  void restored(Channel channel, User by) {
    String message = "@" + by.username() + " restored this channel.";
    say(channel, by, "system_channel_restored", message, named(by));
  }

  void renamed(Channel before, Channel after, User by) {
    ObjectNode props =
        named(by)
            .put("old_displayname", before.displayName())
            .put("new_displayname", after.displayName());
    String message = "This channel is called " + after.displayName() + " now.";
    say(after, by, "system_displayname_change", message, props);
  }

  private static ObjectNode named(User by) {
    return Views.object().put("username", by.username());
  }

  private void say(Channel channel, User by, String type, String message, ObjectNode props) {
    posting.save(new NewPost(by.id(), channel.id(), "", message, type, props));
  }
}
