package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void namesEverySetting() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(
            Arrays.stream(MessagingSettings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(ReadmeTest::inKebabCase))
        .allSatisfy(setting -> assertThat(readme).containsPattern("`" + setting + "(\\.\\*)?`"));
  }

  private static String inKebabCase(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
