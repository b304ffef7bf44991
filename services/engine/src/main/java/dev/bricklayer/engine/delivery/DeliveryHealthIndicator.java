package dev.bricklayer.engine.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service until this copy has its share of the deliveries. */
@Component
class DeliveryHealthIndicator implements HealthIndicator {

  private final ConsumeDueOccurrences consumer;

  DeliveryHealthIndicator(ConsumeDueOccurrences consumer) {
    this.consumer = consumer;
  }

  @Override
  public Health health() {
    return (consumer.isReading() ? Health.up() : Health.outOfService()).build();
  }
}
