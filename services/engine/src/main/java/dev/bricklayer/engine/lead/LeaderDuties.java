package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.claim.ClaimDueJobs;
import dev.bricklayer.engine.claim.SpreadJobs;
import dev.bricklayer.engine.delivery.SweepOccurrences;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.Leases;
import dev.bricklayer.engine.publish.DatabaseClock;
import dev.bricklayer.engine.publish.PublishOccurrences;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a shard's leader does: claim and arm, sweep, and spread jobs over other shards. */
@Component
class LeaderDuties {

  private static final Logger log = LoggerFactory.getLogger(LeaderDuties.class);
  private static final Duration SAMPLE_AGE = Duration.ofSeconds(2);

  private final Leases leases;
  private final ClaimDueJobs claims;
  private final PublishOccurrences publisher;
  private final SweepOccurrences sweeper;
  private final SpreadJobs spreader;
  private final DatabaseClock clock;

  LeaderDuties(
      Leases leases,
      ClaimDueJobs claims,
      PublishOccurrences publisher,
      SweepOccurrences sweeper,
      SpreadJobs spreader,
      DatabaseClock clock) {
    this.leases = leases;
    this.claims = claims;
    this.publisher = publisher;
    this.sweeper = sweeper;
    this.spreader = spreader;
    this.clock = clock;
  }

  /** What the leader before had armed and not published is published by this one. */
  void takeOver(Lease lease) {
    clock.sample();
    publisher.disarm(lease.shard());
    int left = publisher.armWhatWasLeft(lease.shard());
    log.info("leads shard {} in epoch {}; {} armed before", lease.shard(), lease.epoch(), left);
  }

  /** One batch of what falls due, or, when there is none, of what has stopped. */
  Round round(Lease lease) {
    clock.sampleIfOlderThan(SAMPLE_AGE);
    if (publisher.isFull()) {
      return leases.renew(lease) ? Round.DONE : Round.DEPOSED;
    }
    Optional<ClaimDueJobs.Batch> batch = claims.claim(lease);
    if (batch.isEmpty()) {
      return Round.DEPOSED;
    }
    publisher.arm(lease.shard(), batch.get().occurrences());
    return batch.get().more() ? Round.MORE : sweep(lease);
  }

  private Round sweep(Lease lease) {
    if (publisher.isFailing()) {
      return Round.DONE;
    }
    Optional<SweepOccurrences.Swept> swept = sweeper.sweep(lease);
    if (swept.isEmpty()) {
      return Round.DEPOSED;
    }
    publisher.armAgain(lease.shard(), swept.get().occurrences());
    return swept.get().more() ? Round.MORE : Round.DONE;
  }

  /** One page of a walk through the shard; as {@link SpreadJobs#step}. */
  Optional<UUID> spread(Lease lease, UUID after) {
    return spreader.step(lease, after);
  }

  /** Nothing of the shard is this copy's any more. */
  void stepDown(Lease lease) {
    publisher.disarm(lease.shard());
  }

  /** As {@link #stepDown}, and another copy may lead at once. */
  void release(Lease lease) {
    stepDown(lease);
    leases.release(lease);
  }
}
