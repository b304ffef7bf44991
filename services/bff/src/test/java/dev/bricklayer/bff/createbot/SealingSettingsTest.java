package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.FromEnvironment;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"BRICKLAYER_SEALING_PUBLIC_KEY", "BRICKLAYER_SEALING_PUBLICKEY"})
  void areTakenFromTheEnvironment(String variable) {
    assertThat(FromEnvironment.settings(SealingSettings.class, Map.of(variable, "key")).publicKey())
        .isEqualTo("key");
  }
}
