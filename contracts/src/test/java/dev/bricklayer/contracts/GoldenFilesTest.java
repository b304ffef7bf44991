package dev.bricklayer.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.createbot.BotRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contracts only grow: what was ever said can still be read, to the last field. A golden file is
 * written once, with its message, and never changed; a component that joins later gets a further
 * file, {@code <Message>.<what joined>.json}.
 */
class GoldenFilesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper JSON = JsonMapper.shared();

  static List<Class<? extends Message>> messages() {
    return Messages.ALL;
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageHasOne(Class<? extends Message> message) {
    assertThat(GOLDEN.resolve(message.getSimpleName() + ".json")).exists();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachCanStillBeReadToTheLastField(Path file) throws IOException {
    assertReadable(Files.readString(file), messageOf(file));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyKeyCanBeDerivedFromIt(Class<? extends Message> message) throws IOException {
    String golden = Files.readString(GOLDEN.resolve(message.getSimpleName() + ".json"));
    assertThat(JSON.readValue(golden, message).key()).isNotBlank();
  }

  @Test
  void aFieldThatIsNoLongerUnderstoodIsFound() {
    String fromBefore =
        """
        {"botId": "0199f3a0-0000-7000-8000-00000000b070", "hint": "renamed since",
         "refusal": {"code": "name-taken", "pointer": "/name", "details": {}}}
        """;
    assertThatThrownBy(() -> assertReadable(fromBefore, BotRefused.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("hint");
  }

  private static void assertReadable(String golden, Class<? extends Message> message) {
    JsonNode said = JSON.readTree(golden);
    JsonNode understood = JSON.valueToTree(JSON.readValue(golden, message));
    assertContains(understood, said, message.getSimpleName());
  }

  /** Everything said is there with its value; more may be there; null and absent are the same. */
  private static void assertContains(JsonNode whole, JsonNode part, String where) {
    if (part.isObject()) {
      for (Map.Entry<String, JsonNode> field : part.properties()) {
        assertContains(whole.path(field.getKey()), field.getValue(), where + "/" + field.getKey());
      }
    } else if (!part.isNull()) {
      assertThat(whole.toString()).as(where).isEqualTo(part.toString());
    }
  }

  private static Class<? extends Message> messageOf(Path file) {
    String name = file.getFileName().toString().split("\\.")[0];
    Map<String, Class<? extends Message>> byName =
        Messages.ALL.stream().collect(Collectors.toMap(Class::getSimpleName, message -> message));
    assertThat(byName).as("a golden file without its message: was it removed?").containsKey(name);
    return byName.get(name);
  }
}
