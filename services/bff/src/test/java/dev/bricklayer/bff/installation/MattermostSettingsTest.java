package dev.bricklayer.bff.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.FromEnvironment;
import dev.bricklayer.mattermost.AccessToken;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MattermostSettingsTest {

  @Test
  void areTakenFromTheEnvironment() {
    MattermostSettings settings =
        FromEnvironment.settings(
            MattermostSettings.class,
            Map.of(
                "BRICKLAYER_MATTERMOST_URL", "https://chat.example.org",
                "BRICKLAYER_MATTERMOST_BOT_TOKEN", " bot ",
                "BRICKLAYER_MATTERMOST_COMMAND_TOKENS", "one, two,"));
    assertThat(settings.url()).isEqualTo(URI.create("https://chat.example.org"));
    assertThat(settings.bot()).contains(new AccessToken("bot"));
    assertThat(settings.commandTokens()).containsExactly("one", "two");
    assertThat(settings.toString()).doesNotContain("bot", "one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bricklayer.other=1", "bricklayer.mattermost.url="})
  void withoutAnAddressTheServiceDoesNotStart(String setting) {
    new ApplicationContextRunner()
        .withUserConfiguration(OnlySettings.class)
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("bricklayer.mattermost"));
  }

  @EnableConfigurationProperties(MattermostSettings.class)
  private static class OnlySettings {}

  @Test
  void emptyVariablesAreAsGoodAsNone() {
    MattermostSettings settings =
        FromEnvironment.settings(
            MattermostSettings.class,
            Map.of(
                "BRICKLAYER_MATTERMOST_URL", "https://chat.example.org",
                "BRICKLAYER_MATTERMOST_BOT_TOKEN", "",
                "BRICKLAYER_MATTERMOST_COMMAND_TOKENS", ""));
    assertThat(settings.bot()).isEmpty();
    assertThat(settings.commandTokens()).isEmpty();
  }

  @Test
  void theOwnKeyIsTakenFromTheEnvironment() {
    assertThat(
            FromEnvironment.settings(OwnKeySettings.class, Map.of("BRICKLAYER_OWN_KEY", "key"))
                .ownKey())
        .isEqualTo("key");
  }

  @Test
  void hooksLieBelowThePublicAddress() {
    assertThat(
            FromEnvironment.settings(
                    PublicAddress.class,
                    Map.of("BRICKLAYER_PUBLIC_URL", "https://example.org/reminders/"))
                .of(PublicAddress.COMMAND_HOOK))
        .isEqualTo(URI.create("https://example.org/reminders/mattermost/slash"));
  }
}
