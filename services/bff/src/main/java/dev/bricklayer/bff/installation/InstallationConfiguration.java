package dev.bricklayer.bff.installation;

import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.sealing.OwnKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mattermost, and the key that seals what the bff keeps for itself. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

  @Bean
  MattermostClient mattermostClient(MattermostSettings settings) {
    return new MattermostClient(ClientSettings.of(settings.url()));
  }

  @Bean
  @ConditionalOnProperty("bricklayer.own-key")
  OwnKey ownKey(OwnKeySettings settings) {
    return new OwnKey(String.valueOf(settings.ownKey()));
  }
}
