package dev.bricklayer.engine.delivery;

import dev.bricklayer.sealing.TokenOpener;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What delivery is handed instead of asking the world. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  OpenedTokens openedTokens(TokenOpener opener) {
    return new OpenedTokens(opener, System::nanoTime);
  }

  /** Safe for all senders at once. */
  @Bean
  RandomGenerator deliveryJitter() {
    return () -> ThreadLocalRandom.current().nextLong();
  }
}
