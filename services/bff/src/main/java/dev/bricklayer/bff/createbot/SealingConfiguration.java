package dev.bricklayer.bff.createbot;

import dev.bricklayer.sealing.TokenSealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

  @Bean
  TokenSealer tokenSealer(SealingSettings settings) {
    return new TokenSealer(settings.publicKey());
  }
}
