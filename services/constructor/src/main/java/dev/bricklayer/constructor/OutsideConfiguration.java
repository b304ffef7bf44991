package dev.bricklayer.constructor;

import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.TokenSealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mattermost, and the key that opens the tokens it is called with. */
@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {

  @Bean
  MattermostClient mattermostClient(MattermostSettings settings) {
    return new MattermostClient(ClientSettings.of(settings.url()));
  }

  @Bean
  TokenOpener tokenOpener(SealingSettings settings) {
    return new TokenOpener(settings.privateKey());
  }

  /** For the tokens that are made here. */
  @Bean
  TokenSealer tokenSealer(SealingSettings settings) {
    return TokenSealer.ofOpener(settings.privateKey());
  }
}
