package dev.bricklayer.systemtests.blackbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A post as a client has it, whether all see it or one. */
record Post(JsonNode json) {

  String channel() {
    return json.path("channel_id").asString("");
  }

  String author() {
    return json.path("user_id").asString("");
  }

  /** What Bricklayer notes on a reminder. */
  String note(String name) {
    return json.path("props").path("bricklayer").path(name).asString("");
  }

  /** All that a person reads: the message, and what stands in its parts. */
  String words() {
    return Stream.concat(
            Stream.of(json.path("message").asString("")),
            attachments().map(Post::wordsOfAttachment))
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** What stands on its buttons. */
  List<String> buttons() {
    return actions().map(action -> action.path("name").asString("")).toList();
  }

  /** The first button whose words begin so. */
  JsonNode button(String name) {
    return actions()
        .filter(action -> action.path("name").asString("").startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button '" + name + "' on " + json));
  }

  /** Of its parts only those with these words: the row of a list. */
  Post part(String words) {
    ObjectNode part = (ObjectNode) json.deepCopy();
    ArrayNode kept = ((ObjectNode) part.path("props")).putArray("attachments");
    attachments()
        .filter(attachment -> wordsOfAttachment(attachment).contains(words))
        .forEach(kept::add);
    return new Post(part);
  }

  private Stream<JsonNode> actions() {
    return attachments().flatMap(attachment -> attachment.path("actions").valueStream());
  }

  private Stream<JsonNode> attachments() {
    return json.path("props").path("attachments").valueStream();
  }

  private static String wordsOfAttachment(JsonNode attachment) {
    return Stream.of("pretext", "title", "text")
        .map(part -> attachment.path(part).asString(""))
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
