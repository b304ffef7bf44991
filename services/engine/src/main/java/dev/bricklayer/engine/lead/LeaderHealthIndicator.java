package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.lease.Lease;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy is a copy whose leader's loop comes round, whether or not it leads. */
@Component
class LeaderHealthIndicator implements HealthIndicator {

  private static final Duration STUCK = Duration.ofSeconds(15);

  private final LeadShard shard;

  LeaderHealthIndicator(LeadShard shard) {
    this.shard = shard;
  }

  @Override
  public Health health() {
    Lease lease = shard.lease();
    Health.Builder health = shard.idle().compareTo(STUCK) > 0 ? Health.down() : Health.up();
    health.withDetail("leading", lease != null);
    return lease == null ? health.build() : health.withDetail("epoch", lease.epoch()).build();
  }
}
