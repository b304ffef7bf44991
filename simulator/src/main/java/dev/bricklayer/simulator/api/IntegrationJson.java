package dev.bricklayer.simulator.api;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How strictly a real server reads what integrations say: fields that it does not know are passed
 * over, a number in place of a text is an error.
 */
final class IntegrationJson {

  private static final List<CoercionInputShape> SCALARS =
      List.of(
          CoercionInputShape.Integer,
          CoercionInputShape.Float,
          CoercionInputShape.Boolean,
          CoercionInputShape.String,
          CoercionInputShape.EmptyString);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withCoercionConfig(LogicalType.Textual, IntegrationJson::onlyItself)
          .withCoercionConfig(LogicalType.Integer, IntegrationJson::onlyItself)
          .withCoercionConfig(LogicalType.Boolean, IntegrationJson::onlyItself)
          .build();

  private static void onlyItself(MutableCoercionConfig config) {
    for (CoercionInputShape shape : SCALARS) {
      config.setCoercion(shape, CoercionAction.Fail);
    }
  }

  private IntegrationJson() {}

  /**
   * Reads an answer.
   *
   * @throws JacksonException if it is not JSON, or a value is of the wrong type
   */
  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /**
   * Reads a part of a call or answer.
   *
   * @throws JacksonException if a value is of the wrong type
   */
  static <T> T read(JsonNode json, Class<T> type) {
    return MAPPER.treeToValue(json, type);
  }
}
