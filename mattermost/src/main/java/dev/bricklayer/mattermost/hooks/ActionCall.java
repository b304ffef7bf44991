package dev.bricklayer.mattermost.hooks;

import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.PostId;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Somebody clicked a button. Nothing proves that Mattermost calls, and where it does, only the user
 * is certain.
 *
 * @param user who, from the session
 * @param username of that user
 * @param team the URL name of the channel's team; empty in direct and group messages
 * @param channel where the post stands
 * @param channelName its URL name
 * @param post the post with the button; of an ephemeral post the id that it was shown under
 * @param trigger opens a dialog
 * @param context the texts that the button was given
 */
public record ActionCall(
    MattermostUserId user,
    String username,
    String team,
    ChannelId channel,
    String channelName,
    PostId post,
    TriggerId trigger,
    Map<String, String> context) {

  public ActionCall {
    context = Map.copyOf(context);
  }

  /**
   * Reads a body.
   *
   * @throws UnreadableCallException when it is not one of Mattermost's
   */
  public static ActionCall read(byte[] body) {
    JsonNode json = CallBodies.object(body);
    try {
      return new ActionCall(
          new MattermostUserId(CallBodies.text(json, "user_id")),
          CallBodies.text(json, "user_name"),
          CallBodies.text(json, "team_domain"),
          new ChannelId(CallBodies.text(json, "channel_id")),
          CallBodies.text(json, "channel_name"),
          new PostId(CallBodies.text(json, "post_id")),
          new TriggerId(CallBodies.text(json, "trigger_id")),
          texts(json.path("context")));
    } catch (IllegalArgumentException notAnId) {
      throw new UnreadableCallException("no click", notAnId);
    }
  }

  private static Map<String, String> texts(JsonNode context) {
    Map<String, String> texts = new HashMap<>();
    context.properties().stream()
        .filter(entry -> entry.getValue().isString())
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
    return texts;
  }

  @Override
  public String toString() {
    return "ActionCall[by " + user + " at " + post + "]";
  }
}
