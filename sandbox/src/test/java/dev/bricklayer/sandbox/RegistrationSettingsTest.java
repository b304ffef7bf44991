package dev.bricklayer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationSettingsTest {

  @TempDir private Path data;

  @Test
  void theDemoIsOpen() throws Exception {
    assertThat(settings(Map.of())).containsExactly(Map.entry("BRICKLAYER_REGISTRATION", "open"));
  }

  @Test
  void besideARealServerACodeIsMadeAndKept() throws Exception {
    Map<String, String> first = settings(Map.of(), "--mattermost", "http://127.0.0.1:9");

    assertThat(first).containsEntry("BRICKLAYER_REGISTRATION", "code");
    assertThat(first.get("BRICKLAYER_REGISTRATION_CODE")).matches("[0-9a-f]{12}");
    assertThat(settings(Map.of(), "--mattermost", "http://127.0.0.1:9")).isEqualTo(first);
  }

  @Test
  void theEnvironmentDecidesOtherwise() throws Exception {
    assertThat(
            settings(
                Map.of("BRICKLAYER_REGISTRATION", "open"), "--mattermost", "http://127.0.0.1:9"))
        .containsExactly(Map.entry("BRICKLAYER_REGISTRATION", "open"));
    assertThat(
            settings(
                Map.of("BRICKLAYER_REGISTRATION", "code", "BRICKLAYER_REGISTRATION_CODE", "K7")))
        .containsEntry("BRICKLAYER_REGISTRATION_CODE", "K7");
  }

  private Map<String, String> settings(Map<String, String> environment, String... arguments)
      throws Exception {
    Map<String, String> settings = new TreeMap<>();
    UpOptions options = UpArguments.read(List.of(arguments), Path.of("/clone"));
    RegistrationSettings.of(options, environment, Secrets.in(data.resolve("secrets.properties")))
        .putInto(settings);
    return settings;
  }
}
