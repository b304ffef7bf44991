package dev.bricklayer.mattermost.hooks;

import dev.bricklayer.mattermost.MattermostUserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * A dialog was submitted, or wants something. Nothing proves that Mattermost calls; where it does,
 * the user is certain, and everything else is what the sender says.
 *
 * @param kind what is wanted
 * @param user who, from the session
 * @param state what the dialog was given when it was opened
 * @param values what was filled in, by the elements' names, all as text: clients send what is empty
 *     as null, as empty text, or not at all, and it is left out here
 */
public record DialogCall(
    Kind kind, MattermostUserId user, String state, Map<String, String> values) {

  /** What a dialog wants. */
  public enum Kind {
    SUBMISSION,
    CANCELLATION,
    /** Another field's change wants the form anew. Only from 11.1 on. */
    REFRESH,
    /** The choices of a dynamic select. Only from 11.0 on. */
    LOOKUP
  }

  public DialogCall {
    values = Map.copyOf(values);
  }

  /**
   * Reads a body.
   *
   * @throws UnreadableCallException when it is not one of Mattermost's
   */
  public static DialogCall read(byte[] body) {
    JsonNode json = CallBodies.object(body);
    try {
      return new DialogCall(
          kind(json),
          new MattermostUserId(CallBodies.text(json, "user_id")),
          CallBodies.text(json, "state"),
          values(json.path("submission")));
    } catch (IllegalArgumentException notAnId) {
      throw new UnreadableCallException("no submission", notAnId);
    }
  }

  private static Kind kind(JsonNode json) {
    if (json.path("cancelled").asBoolean(false)) {
      return Kind.CANCELLATION;
    }
    return switch (CallBodies.text(json, "type")) {
      case "refresh" -> Kind.REFRESH;
      case "dialog_lookup" -> Kind.LOOKUP;
      default -> Kind.SUBMISSION;
    };
  }

  private static Map<String, String> values(JsonNode submission) {
    Map<String, String> values = new LinkedHashMap<>();
    for (var entry : submission.properties()) {
      String value = value(entry.getValue());
      if (!value.isBlank()) {
        values.put(entry.getKey(), value);
      }
    }
    return values;
  }

  /** Several choices come as an array, or from phones as one text with commas. */
  private static String value(JsonNode value) {
    if (value.isArray()) {
      StringJoiner all = new StringJoiner(",");
      value.forEach(item -> all.add(item.asString("")));
      return all.toString();
    }
    return value.isObject() ? CallBodies.text(value, "value") : value.asString("");
  }

  @Override
  public String toString() {
    return "DialogCall[" + kind + " by " + user + "]";
  }
}
