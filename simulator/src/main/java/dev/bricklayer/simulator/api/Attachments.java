package dev.bricklayer.simulator.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cards of a post: filled up when they come, and shown without what belongs to the server
 * alone.
 */
final class Attachments {

  private static final Set<String> TEXTS =
      Set.of(
          "fallback",
          "color",
          "pretext",
          "author_name",
          "author_link",
          "author_icon",
          "title",
          "title_link",
          "text",
          "image_url",
          "thumb_url",
          "footer",
          "footer_icon");

  private static final Set<String> MARKDOWN = Set.of("pretext", "text", "title");

  /** The fields that have a type of their own; those that may hold anything are left out. */
  record Card(
      @Nullable String fallback,
      @Nullable String color,
      @Nullable String pretext,
      @Nullable String title,
      @Nullable String titleLink,
      @Nullable String text,
      @Nullable String footer,
      @Nullable List<Field> fields,
      @Nullable List<Button> actions) {

    record Field(@Nullable String title) {}

    record Button(
        @Nullable String id,
        @Nullable String type,
        @Nullable String name,
        boolean disabled,
        @Nullable String style,
        @Nullable String dataSource,
        @Nullable List<Option> options,
        @Nullable String defaultOption,
        @Nullable Target integration) {}

    record Option(@Nullable String text, @Nullable String value) {}

    record Target(@Nullable String url, @Nullable Map<String, JsonNode> context) {}
  }

  private Attachments() {}

  /**
   * Looks whether fields are of the types that a real server expects.
   *
   * @throws JacksonException if they are not
   */
  static void check(JsonNode cards) {
    IntegrationJson.read(cards, Card[].class);
  }

  /** Whether props (JSON text) hold any. */
  static boolean in(String props) {
    return props.contains("\"attachments\"");
  }

  /**
   * Gives every attachment all fields that Mattermost's have, and every button an id.
   *
   * @param ids makes one
   */
  static void fillUp(ObjectNode props, Supplier<String> ids) {
    cards(props)
        .forEach(
            card -> {
              TEXTS.forEach(field -> card.put(field, card.path(field).asString("")));
              card.put("id", 0);
              card.putIfAbsent("fields", card.nullNode());
              card.putIfAbsent("ts", card.nullNode());
            });
    buttons(props)
        .filter(button -> button.path("id").asString("").isEmpty())
        .forEach(button -> button.put("id", ids.get()));
  }

  /** Puts something else for the words that people read as Markdown. */
  static void rewrite(ObjectNode props, UnaryOperator<String> words) {
    cards(props)
        .forEach(
            card ->
                MARKDOWN.stream()
                    .filter(card::has)
                    .forEach(field -> card.put(field, words.apply(card.path(field).asString("")))));
  }

  /** A button or menu of props (JSON text) by its id. */
  static Optional<ObjectNode> button(String props, String id) {
    return buttons(JsonMapper.shared().readTree(props))
        .filter(button -> button.path("id").asString("").equals(id))
        .findFirst();
  }

  /** Puts a cookie for where each button leads. */
  static void hideTargets(ObjectNode props, Function<ObjectNode, String> cookies) {
    buttons(props)
        .filter(button -> button.path("integration").isObject())
        .forEach(
            button -> {
              button.put("cookie", cookies.apply(button));
              button.remove("integration");
            });
  }

  /** Takes away where buttons lead. */
  static void dropTargets(JsonNode props) {
    buttons(props).forEach(button -> button.remove("integration"));
  }

  /** Props without where buttons lead: nobody reads that back, not even the author. */
  static String shown(String props) {
    if (!props.contains("\"integration\"")) {
      return props;
    }
    JsonNode json = JsonMapper.shared().readTree(props);
    dropTargets(json);
    return json.toString();
  }

  private static Stream<ObjectNode> buttons(JsonNode props) {
    return cards(props).flatMap(card -> objects(card.path("actions")));
  }

  private static Stream<ObjectNode> cards(JsonNode props) {
    return objects(props.path("attachments"));
  }

  private static Stream<ObjectNode> objects(JsonNode array) {
    return array.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
  }
}
