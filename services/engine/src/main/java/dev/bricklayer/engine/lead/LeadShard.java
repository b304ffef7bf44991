package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.claim.ClaimDueJobs;
import dev.bricklayer.engine.claim.NewPlans;
import dev.bricklayer.engine.delivery.SweepOccurrences;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.LeaseSettings;
import dev.bricklayer.engine.lease.Leases;
import dev.bricklayer.engine.publish.DatabaseClock;
import dev.bricklayer.engine.publish.PublishOccurrences;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.IdGenerator;

/**
 * The leader's loop: one thread that takes the lease, claims, arms and sweeps, so that a leader
 * that does not work does not lead either. Any number of copies may run it; one of them leads.
 */
@Component
class LeadShard implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LeadShard.class);

  /** The one shard there is. */
  private static final int SHARD = 0;

  private static final Duration SAMPLE_AGE = Duration.ofSeconds(2);

  private final Leases leases;
  private final ClaimDueJobs claims;
  private final PublishOccurrences publisher;
  private final SweepOccurrences sweeper;
  private final NewPlans plans;
  private final DatabaseClock clock;
  private final LeaseSettings settings;
  private final UUID holder;
  private volatile @Nullable Lease lease;
  private volatile long lastRound = System.nanoTime();
  private volatile boolean running;
  private @Nullable Thread loop;

  LeadShard(
      Leases leases,
      ClaimDueJobs claims,
      PublishOccurrences publisher,
      SweepOccurrences sweeper,
      NewPlans plans,
      DatabaseClock clock,
      LeaseSettings settings,
      IdGenerator ids,
      MeterRegistry meters) {
    this.leases = leases;
    this.claims = claims;
    this.publisher = publisher;
    this.sweeper = sweeper;
    this.plans = plans;
    this.clock = clock;
    this.settings = settings;
    this.holder = ids.generateId();
    meters.gauge("bricklayer.engine.leading", this, self -> self.lease == null ? 0 : 1);
  }

  /** The lease this copy believes to hold; null while it does not lead. */
  @Nullable Lease lease() {
    return lease;
  }

  /** Since the loop last came round. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastRound);
  }

  @Override
  public void start() {
    running = true;
    loop = Thread.ofPlatform().name("engine-leader").start(this::leadUntilStopped);
  }

  private void leadUntilStopped() {
    try {
      while (running) {
        boolean more = round();
        lastRound = System.nanoTime();
        if (!more) {
          plans.await(settings.look());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("nobody leads here any more: stopping");
    }
  }

  /**
   * One look. What the database cannot do now is tried again at the next look; whether this copy
   * still leads then is the lease row's to say.
   */
  private boolean round() {
    try {
      Lease held = lease;
      return held == null ? becomeLeader() : work(held);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the leader's database failed; tried again in {}", settings.look(), e);
      return false;
    }
  }

  private boolean becomeLeader() {
    Optional<Lease> taken = leases.take(SHARD, holder);
    taken.ifPresent(this::takeOver);
    return taken.isPresent();
  }

  /** What the leader before had armed and not published is published by this one. */
  private void takeOver(Lease taken) {
    clock.sample();
    publisher.disarm();
    int left = publisher.armWhatWasLeft(taken.shard());
    lease = taken;
    LOG.info("leads shard {} in epoch {}; {} armed before", taken.shard(), taken.epoch(), left);
  }

  private boolean work(Lease held) {
    clock.sampleIfOlderThan(SAMPLE_AGE);
    if (publisher.isFull()) {
      return keep(held, leases.renew(held));
    }
    Optional<ClaimDueJobs.Batch> batch = claims.claim(held);
    batch.ifPresent(claimed -> publisher.arm(claimed.occurrences()));
    boolean more =
        keep(held, batch.isPresent()) && batch.map(ClaimDueJobs.Batch::more).orElse(false);
    return more || (lease != null && sweep(held));
  }

  private boolean sweep(Lease held) {
    if (publisher.isFailing()) {
      return false;
    }
    Optional<SweepOccurrences.Swept> swept = sweeper.sweep(held);
    swept.ifPresent(found -> publisher.armAgain(found.occurrences()));
    return keep(held, swept.isPresent()) && swept.map(SweepOccurrences.Swept::more).orElse(false);
  }

  /** Steps down when the fence says so. */
  private boolean keep(Lease held, boolean leading) {
    if (!leading) {
      lease = null;
      publisher.disarm();
      LOG.warn("somebody else leads shard {}; epoch {} is over", held.shard(), held.epoch());
    }
    return leading;
  }

  @Override
  public void stop() {
    running = false;
    join(loop);
    Lease held = lease;
    lease = null;
    if (held != null) {
      release(held);
    }
  }

  private static void join(@Nullable Thread loop) {
    if (loop == null) {
      return;
    }
    loop.interrupt();
    try {
      loop.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release(Lease held) {
    try {
      leases.release(held);
    } catch (DataAccessException e) {
      LOG.warn("the lease could not be given up; it ends by itself in {}", settings.duration(), e);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
