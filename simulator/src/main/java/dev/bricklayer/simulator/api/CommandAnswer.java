package dev.bricklayer.simulator.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an integration answers to a slash command, at once or later.
 *
 * @param responseType {@code ephemeral} or nothing: for one person; {@code in_channel}: for all;
 *     anything else: for nobody
 * @param channelId another channel to post to; empty for the one where it was typed
 * @param gotoLocation where the client shall go; empty for nowhere
 * @param skipSlackParsing whether the words stay as they are
 * @param extraResponses more of the same kind
 */
record CommandAnswer(
    String responseType,
    String text,
    String username,
    String channelId,
    String iconUrl,
    String type,
    @Nullable ObjectNode props,
    String gotoLocation,
    boolean skipSlackParsing,
    @Nullable ArrayNode attachments,
    @Nullable List<CommandAnswer> extraResponses) {

  CommandAnswer {
    responseType = Objects.requireNonNullElse(responseType, "");
    text = Objects.requireNonNullElse(text, "");
    username = Objects.requireNonNullElse(username, "");
    channelId = Objects.requireNonNullElse(channelId, "");
    iconUrl = Objects.requireNonNullElse(iconUrl, "");
    type = Objects.requireNonNullElse(type, "");
    gotoLocation = Objects.requireNonNullElse(gotoLocation, "");
  }

  /**
   * Reads an answer: JSON where it says so, else plain words.
   *
   * @throws JacksonException if it says JSON and is none
   */
  static CommandAnswer read(String contentType, String body) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")) {
      return words(body);
    }
    CommandAnswer answer = IntegrationJson.read(body, CommandAnswer.class);
    answer.check();
    return answer;
  }

  private void check() {
    if (attachments != null) {
      Attachments.check(attachments);
    }
    extras().forEach(CommandAnswer::check);
  }

  private static CommandAnswer words(String text) {
    return new CommandAnswer("", text, "", "", "", "", null, "", false, null, null);
  }

  boolean forOne() {
    return (responseType.isEmpty() || responseType.equals("ephemeral"))
        && (!text.isEmpty() || attachments != null);
  }

  boolean forAll() {
    return responseType.equals("in_channel");
  }

  List<CommandAnswer> extras() {
    return extraResponses == null ? List.of() : extraResponses;
  }

  /**
   * As the client hears it.
   *
   * @param triggerId the short one; empty in extra responses
   * @param text the words as they were posted
   * @param shown the attachments as they were posted; null for none
   */
  ObjectNode toJson(String triggerId, String text, @Nullable ArrayNode shown) {
    ObjectNode json =
        Views.object()
            .put("response_type", responseType)
            .put("text", text)
            .put("username", username)
            .put("channel_id", channelId)
            .put("icon_url", iconUrl)
            .put("type", type)
            .put("goto_location", gotoLocation)
            .put("trigger_id", triggerId)
            .put("skip_slack_parsing", skipSlackParsing);
    json.set("props", props);
    json.set("attachments", shown);
    return json.putNull("extra_responses");
  }
}
