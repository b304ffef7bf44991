package dev.bricklayer.engine.delivery;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What delivery is handed instead of asking the world. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  /** Safe for all senders at once. */
  @Bean
  RandomGenerator deliveryJitter() {
    return () -> ThreadLocalRandom.current().nextLong();
  }
}
