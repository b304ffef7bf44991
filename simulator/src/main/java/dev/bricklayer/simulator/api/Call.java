package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call, routed and authenticated.
 *
 * @param raw as it came
 * @param segments what stands in the address where the route has a name in braces
 * @param body the JSON sent; missing where there is none or it is none
 * @param caller whose token it is; null on routes that need none
 * @param token the token; null likewise
 */
record Call(
    Raw raw,
    Map<String, String> segments,
    JsonNode body,
    @Nullable User caller,
    @Nullable Token token) {

  private static final int USUAL_ON_A_PAGE = 60;
  private static final int MOST_ON_A_PAGE = 200;

  /**
   * What stands in a call before it is understood.
   *
   * @param query the query's parameters, decoded
   * @param authorization the header; null for none
   * @param inside what happens while the thing is being made, see {@code Moment.INSIDE}
   */
  record Raw(
      String method,
      String path,
      Map<String, String> query,
      @Nullable String authorization,
      String contentType,
      ByteBuffer body,
      Runnable inside) {

    String text() {
      return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }
  }

  User user() {
    return Objects.requireNonNull(caller, "routed without a session");
  }

  Token session() {
    return Objects.requireNonNull(token, "routed without a session");
  }

  String segment(String name) {
    return Objects.requireNonNull(segments.get(name), name);
  }

  /** The id in the address; {@code me} stands for the caller. */
  String userId() {
    String id = segment("user");
    return id.equals("me") ? user().id() : id;
  }

  String query(String name) {
    return raw.query().getOrDefault(name, "");
  }

  boolean flag(String name) {
    return query(name).equals("true");
  }

  /** A number of the query, or the default where it is missing or none. */
  long number(String name, long otherwise) {
    String value = query(name);
    try {
      return value.isEmpty() ? otherwise : Math.max(0, Long.parseLong(value));
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** The page of a list that is asked for, by {@code page} and {@code per_page}. */
  <T> Stream<T> page(Stream<T> all) {
    long perPage = Math.min(number("per_page", USUAL_ON_A_PAGE), MOST_ON_A_PAGE);
    return all.skip(number("page", 0) * perPage).limit(perPage);
  }

  /** The body as an object; null where it is none. */
  @Nullable ObjectNode object() {
    return body instanceof ObjectNode object ? object : null;
  }

  /** A text of the body; empty where it is missing or none. */
  String text(String field) {
    return text(body, field);
  }

  static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  /** A text of the body that may be left out; then the other. */
  String text(String field, String otherwise) {
    return body.path(field).asString(otherwise);
  }

  static JsonNode nothing() {
    return MissingNode.getInstance();
  }
}
