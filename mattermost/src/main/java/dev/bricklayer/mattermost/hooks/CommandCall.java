package dev.bricklayer.mattermost.hooks;

import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody typed a slash command.
 *
 * @param token proves that the server calls; the only call of Mattermost that proves anything
 * @param user who, from the session
 * @param username of that user
 * @param team the URL name of the team it was typed in; in a direct message of the one that was
 *     open
 * @param channel where
 * @param channelName its URL name; made of ids in direct and group messages
 * @param text what stands behind the command
 * @param trigger opens a dialog
 * @param hook for later answers; null when Mattermost gave none
 */
public record CommandCall(
    String token,
    MattermostUserId user,
    String username,
    String team,
    ChannelId channel,
    String channelName,
    String text,
    TriggerId trigger,
    @Nullable ResponseHook hook) {

  /**
   * Reads the fields of the form.
   *
   * @throws UnreadableCallException when it is not one of Mattermost's
   */
  public static CommandCall read(Map<String, List<String>> form) {
    try {
      return new CommandCall(
          first(form, "token"),
          new MattermostUserId(first(form, "user_id")),
          first(form, "user_name"),
          first(form, "team_domain"),
          new ChannelId(first(form, "channel_id")),
          first(form, "channel_name"),
          first(form, "text"),
          new TriggerId(first(form, "trigger_id")),
          ResponseHook.of(first(form, "response_url")).orElse(null));
    } catch (IllegalArgumentException notAnId) {
      throw new UnreadableCallException("no call of a slash command", notAnId);
    }
  }

  private static String first(Map<String, List<String>> form, String field) {
    List<String> values = form.get(field);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  @Override
  public String toString() {
    return "CommandCall[by " + user + " in " + channel + "]";
  }
}
