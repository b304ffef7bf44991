package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.claim.NewPlans;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.LeaseSettings;
import dev.bricklayer.engine.lease.Leases;
import dev.bricklayer.engine.lease.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.IdGenerator;

/**
 * Looks which shards have no leader and leads them. Any number of copies do so; each shard has one
 * leader, and a copy may lead several.
 */
@Component
class LeadShards implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LeadShards.class);

  /** Of four looks. */
  private static final int LEFT_OUT = 3;

  private final Leases leases;
  private final LeaderDuties duties;
  private final NewPlans plans;
  private final LeaseSettings settings;
  private final UUID holder;
  private final Map<Integer, LeadShard> led = new ConcurrentHashMap<>();
  private volatile long lastLook = System.nanoTime();
  private volatile boolean running;
  private boolean spread;

  /** Looks that were left out since the last, because this copy leads all there is. */
  private int leftOut;

  private boolean leadsAll;
  private @Nullable Thread looker;

  LeadShards(
      Leases leases,
      LeaderDuties duties,
      NewPlans plans,
      LeaseSettings settings,
      IdGenerator ids,
      MeterRegistry meters) {
    this.leases = leases;
    this.duties = duties;
    this.plans = plans;
    this.settings = settings;
    this.holder = ids.generateId();
    meters.gauge("bricklayer.engine.leading", this, self -> self.leases().size());
  }

  /** The leases that this copy believes to hold. */
  List<Lease> leases() {
    return led.values().stream().filter(LeadShard::isLeading).map(LeadShard::lease).toList();
  }

  /** Since one of its threads last came round. */
  Duration idle() {
    Duration looking = Duration.ofNanos(System.nanoTime() - lastLook);
    return led.values().stream().map(LeadShard::idle).reduce(looking, LeadShards::longer);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void start() {
    running = true;
    looker = Thread.ofPlatform().name("engine-leases").start(this::lookUntilStopped);
  }

  private void lookUntilStopped() {
    try {
      while (running) {
        if (!mayLeaveOut()) {
          look();
        }
        lastLook = System.nanoTime();
        Thread.sleep(settings.look());
      }
    } catch (InterruptedException e) {
      log.debug("looks no more: stopping");
    }
  }

  /** Who leads all shards only looks whether another copy asks for one: that may wait a second. */
  private boolean mayLeaveOut() {
    boolean may =
        leadsAll && leftOut < LEFT_OUT && led.values().stream().noneMatch(LeadShard::hasEnded);
    leftOut = may ? leftOut + 1 : 0;
    return may;
  }

  /** What the database cannot do now is tried again at the next look. */
  private void look() {
    leadsAll = false;
    led.values().removeIf(LeadShard::hasEnded);
    try {
      if (!spread) {
        leases.spread();
        spread = true;
      }
      List<Standing> standings = leases.standings(led.size());
      standings.forEach(this::look);
      Balance.wish(standings, holder).ifPresent(leases::askFor);
      leadsAll = standings.stream().allMatch(each -> led.containsKey(each.shard()));
    } catch (DataAccessException | TransactionException e) {
      log.warn("the leases cannot be looked at; tried again in {}", settings.look(), e);
    }
  }

  private void look(Standing standing) {
    LeadShard mine = led.get(standing.shard());
    if (mine == null) {
      if (standing.free()) {
        leases.take(standing.shard(), holder).ifPresent(this::lead);
      }
      return;
    }
    mine.setUneven(standing.uneven());
    if (standing.wanted()) {
      mine.handOver();
    }
  }

  private void lead(Lease taken) {
    led.put(taken.shard(), LeadShard.start(taken, duties, plans, settings.look()));
  }

  @Override
  public void stop() {
    running = false;
    if (looker != null) {
      looker.interrupt();
      join(looker);
    }
    led.values().forEach(LeadShard::handOver);
    led.values().forEach(LeadShard::stop);
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
