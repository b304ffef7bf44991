package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** RFC 8259 to the letter: UTF-8, one object, no name twice, nothing after it. */
final class StrictJson {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  static ObjectNode parse(byte[] bytes) {
    String text = decode(bytes);
    if (text.isBlank()) {
      throw Problem.malformed(WORDS.text("body-missing"));
    }
    if (read(text) instanceof ObjectNode object) {
      return object;
    }
    throw Problem.malformed(WORDS.text("body-not-an-object"));
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.malformed(WORDS.text("body-not-utf-8"));
    }
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException beyondBounds) {
      throw Problem.malformed(WORDS.text("body-beyond-bounds", DEEPEST, LONGEST_NUMBER));
    } catch (JacksonException e) {
      throw Problem.malformed(whatIsWrong(e));
    }
  }

  /** Never Jackson's own words: they quote the body, which may hold a password. */
  private static Text whatIsWrong(JacksonException e) {
    boolean twice = e.getOriginalMessage().startsWith("Duplicate");
    return WORDS.text(
        twice ? "duplicate-field" : "not-json",
        e.getLocation().getLineNr(),
        e.getLocation().getColumnNr());
  }
}
