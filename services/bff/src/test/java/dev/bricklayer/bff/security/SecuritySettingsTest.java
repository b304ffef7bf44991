package dev.bricklayer.bff.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.FromEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {

  @Test
  void areTakenFromTheEnvironment() {
    assertThat(
            FromEnvironment.settings(
                JwksSettings.class, Map.of("BRICKLAYER_JWKS_URL", "http://user/jwks")))
        .isEqualTo(
            new JwksSettings(
                URI.create("http://user/jwks"), Duration.ofMinutes(5), Duration.ofDays(7)));
    assertThat(
            FromEnvironment.settings(
                TokenSettings.class,
                Map.of(
                    "BRICKLAYER_TOKENS_ISSUER", "https://id", "BRICKLAYER_TOKENS_AUDIENCE", "us")))
        .isEqualTo(new TokenSettings("https://id", "us"));
  }

  @Test
  void knowAdministratorsWhateverTheCapitals() {
    AdministratorSettings settings =
        FromEnvironment.settings(
            AdministratorSettings.class, Map.of("BRICKLAYER_ADMINISTRATORS", "Root, second,"));
    assertThat(settings.contains("root")).isTrue();
    assertThat(settings.contains("SECOND")).isTrue();
    assertThat(settings.contains("")).isFalse();
    assertThat(settings.contains("lena")).isFalse();
  }

  @Test
  void knowNoAdministratorWhereNoneIsNamed() {
    assertThat(
            FromEnvironment.settings(
                    AdministratorSettings.class, Map.of("BRICKLAYER_ADMINISTRATORS", ""))
                .administrators())
        .isEmpty();
  }
}
