package dev.bricklayer.mattermost;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes to Mattermost, in Mattermost's names. */
final class Writers {

  private Writers() {}

  static Map<String, Object> newPost(NewPost post) {
    return Map.of(
        "channel_id", post.channel().value(),
        "message", post.message(),
        "pending_post_id", post.pendingPostId(),
        "props", post.props());
  }

  static Map<String, Object> newBot(NewBot bot) {
    return Map.of(
        "username", bot.username(),
        "display_name", bot.displayName(),
        "description", bot.description());
  }

  static Map<String, Object> newCommand(NewCommand command) {
    return Map.ofEntries(
        Map.entry("team_id", command.team().value()),
        Map.entry("trigger", command.trigger()),
        Map.entry("method", "P"),
        Map.entry("url", command.url().toString()),
        Map.entry("display_name", command.displayName()),
        Map.entry("description", command.description()),
        Map.entry("auto_complete", true),
        Map.entry("auto_complete_hint", command.hint()),
        Map.entry("auto_complete_desc", command.completion()),
        Map.entry("username", command.username()));
  }

  /** A change carries the whole command. */
  static Map<String, Object> changedCommand(CommandId id, NewCommand command) {
    Map<String, Object> whole = new LinkedHashMap<>(newCommand(command));
    whole.put("id", id.value());
    return whole;
  }
}
