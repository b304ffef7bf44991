package dev.bricklayer.mattermost.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bodies with which an integration answers Mattermost, always with status 200: for Mattermost
 * every other one is an error.
 */
public final class HookAnswers {

  private HookAnswers() {}

  /** Nothing happens; of a dialog: it closes. */
  public static Map<String, Object> nothing() {
    return Map.of();
  }

  /** To a command, and to its {@link ResponseHook}: shown to who typed it and to nobody else. */
  public static Map<String, Object> ephemeral(Message message) {
    return HookJson.ephemeral(message);
  }

  /** To a click: the post with the button becomes this. Not for ephemeral posts: a 404 there. */
  public static Map<String, Object> update(Message message) {
    return Map.of("update", Map.of("message", message.text(), "props", message.props()));
  }

  /** To a click: words for who clicked and for nobody else. */
  public static Map<String, Object> ephemeralText(String text) {
    return Map.of("ephemeral_text", text, "skip_slack_parsing", true);
  }

  /**
   * To a submission: the dialog stays open and shows what is wrong.
   *
   * @param error over its button; empty for none
   * @param errors by the names of its elements. A name that is none closes the dialog on older
   *     clients, as if all were well
   */
  public static Map<String, Object> errors(String error, Map<String, String> errors) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!error.isEmpty()) {
      json.put("error", error);
    }
    if (!errors.isEmpty()) {
      json.put("errors", errors);
    }
    return json;
  }

  /** To a look-up: nothing to choose from. */
  public static Map<String, Object> noChoices() {
    return Map.of("items", List.of());
  }

  /** What {@code dialogs/open} takes. */
  public static Map<String, Object> opening(TriggerId trigger, String url, Dialog dialog) {
    return Map.of("trigger_id", trigger.value(), "url", url, "dialog", HookJson.dialog(dialog));
  }
}
