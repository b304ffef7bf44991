package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.lease.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy is a copy whose leaders' loops come round, whether or not it leads. */
@Component
class LeaderHealthIndicator implements HealthIndicator {

  private static final Duration STUCK = Duration.ofSeconds(15);

  private final LeadShards shards;

  LeaderHealthIndicator(LeadShards shards) {
    this.shards = shards;
  }

  @Override
  public Health health() {
    List<Lease> leases = shards.leases();
    Health.Builder health = shards.idle().compareTo(STUCK) > 0 ? Health.down() : Health.up();
    return health
        .withDetail("leading", !leases.isEmpty())
        .withDetail("epochs", epochsByShard(leases))
        .build();
  }

  private static Map<Integer, Long> epochsByShard(List<Lease> leases) {
    return leases.stream()
        .collect(Collectors.toMap(Lease::shard, Lease::epoch, (one, _) -> one, TreeMap::new));
  }
}
