package dev.bricklayer.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form of JSON on the wire, whatever a service's own mapper does: fields that this version
 * does not know are passed over, instants are ISO 8601.
 */
final class MessageJson {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  byte[] bytes(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  String text(Object value) {
    return mapper.writeValueAsString(value);
  }

  /**
   * Reads a message.
   *
   * @throws UnreadableMessageException when it is not one
   */
  <T> T read(byte @Nullable [] json, Class<T> type) {
    if (json == null) {
      throw new UnreadableMessageException("a " + type.getSimpleName() + " without a body");
    }
    try {
      T value = mapper.readValue(json, type);
      if (value == null) {
        throw new UnreadableMessageException("a " + type.getSimpleName() + " that is null");
      }
      return value;
    } catch (JacksonException e) {
      throw new UnreadableMessageException(
          "this is no %s: %s".formatted(type.getSimpleName(), withoutValues(e)));
    }
  }

  /** Where it broke. Jackson's own words may quote the message, which belongs into no log. */
  private static String withoutValues(JacksonException e) {
    String where = e.getPathReference().isEmpty() ? "not JSON" : "at " + e.getPathReference();
    return switch (e.getCause()) {
      case null -> where;
      case JacksonException _ -> where;
      case Throwable ours -> where + ", " + ours.getMessage();
    };
  }

  /** Learns now how this is read: the first one to come does not wait for it. */
  void prepareFor(Class<?> type) {
    var _ = mapper.readerFor(type);
  }

  <T> T read(String json, Class<T> type) {
    return read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  Map<String, String> headers(String json) {
    return mapper.readValue(json, HEADERS);
  }
}
