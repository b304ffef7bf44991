package dev.bricklayer.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The comparison itself can turn red. */
class ShapeTest {

  private static final String ID = "a".repeat(26);

  private static List<String> differences(String expected, String actual, boolean excerpt) {
    JsonMapper mapper = JsonMapper.shared();
    return Shape.differences(
        mapper.readTree(expected), mapper.readTree(actual), symbol -> ID, excerpt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"string\"}   | {\"a\":1}          | /a: expected string",
        "{\"a\":\"string\"}   | {\"a\":null}       | /a: expected string",
        "{\"a\":\"number\"}   | {\"a\":\"1\"}      | /a: expected number",
        "{\"a\":\"boolean\"}  | {\"a\":\"true\"}   | /a: expected boolean",
        "{\"a\":\"null\"}     | {\"a\":\"\"}       | /a: expected null",
        "{\"a\":\"id\"}       | {\"a\":\"short\"}  | /a: expected id",
        "{\"a\":\"=word\"}    | {\"a\":\"words\"}  | /a: expected =word",
        "{\"a\":\"=\"}        | {\"a\":\"words\"}  | /a: expected =",
        "{\"a\":\"{x/id}\"}   | {\"a\":\"other\"}  | /a: expected {x/id}",
        "{\"a\":\"string\"}   | {}                 | /a: missing",
        "{}                   | {\"a\":1}          | /a: not on the real server",
        "{\"{x/id}\":{}}      | {\"other\":{}}     | missing",
        "{\"a\":[]}           | {\"a\":[1]}        | /a: expected 0 elements",
        "{\"a\":[\"number\"]} | {\"a\":[\"1\"]}    | /a/0: expected number",
        "{\"a\":{}}           | {\"a\":\"text\"}   | /a"
      })
  void seesWhatDiffers(String expected, String actual, String difference) {
    assertThat(differences(expected, actual, false))
        .anySatisfy(line -> assertThat(line).contains(difference));
  }

  @Test
  void seesNoDifferenceWhereThereIsNone() {
    String expected = "{\"a\":\"{x/id}\",\"b\":[\"number\",{}],\"c\":\"null\",\"{x/id}\":\"id\"}";
    String actual = "{\"a\":\"%s\",\"b\":[1,{}],\"c\":null,\"%s\":\"%s\"}".formatted(ID, ID, ID);
    assertThat(differences(expected, actual, false)).isEmpty();
  }

  @Test
  void anExcerptMayHaveMoreFieldsButNotFewer() {
    assertThat(differences("{\"a\":\"number\"}", "{\"a\":1,\"b\":2}", true)).isEmpty();
    assertThat(differences("{\"a\":\"number\"}", "{\"b\":2}", true)).isNotEmpty();
  }
}
