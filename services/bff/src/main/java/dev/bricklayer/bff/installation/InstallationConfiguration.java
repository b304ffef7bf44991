package dev.bricklayer.bff.installation;

import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.sealing.OwnKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mattermost, and the key that seals what the bff keeps for itself. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

  @Bean
  MattermostClient mattermostClient(MattermostSettings settings) {
    return new MattermostClient(ClientSettings.of(settings.url()));
  }

  /** None where none is set; an empty variable is as good as none. */
  @Bean
  @Nullable OwnKey ownKey(OwnKeySettings settings) {
    String text = settings.ownKey();
    return text == null || text.isBlank() ? null : new OwnKey(text);
  }
}
