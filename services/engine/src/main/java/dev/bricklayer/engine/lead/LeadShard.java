package dev.bricklayer.engine.lead;

import dev.bricklayer.engine.claim.NewPlans;
import dev.bricklayer.engine.claim.SpreadJobs;
import dev.bricklayer.engine.lease.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One leader of one shard, from its take-over to its end: a thread that claims, arms and sweeps, so
 * that a leader that does not work does not lead either.
 */
final class LeadShard {

  private static final Logger log = LoggerFactory.getLogger(LeadShard.class);
  private static final Duration LAST_ROUND = Duration.ofSeconds(5);

  private final Lease lease;
  private final LeaderDuties duties;
  private final NewPlans plans;
  private final Duration look;
  private final Thread loop;
  private volatile long lastRound = System.nanoTime();
  private volatile boolean tookOver;
  private volatile boolean uneven;
  private volatile boolean ended;
  private volatile boolean handOver;
  private UUID spreadAfter = SpreadJobs.BEGINNING;

  private LeadShard(Lease lease, LeaderDuties duties, NewPlans plans, Duration look) {
    this.lease = lease;
    this.duties = duties;
    this.plans = plans;
    this.look = look;
    this.loop =
        Thread.ofPlatform().name("engine-leader-" + lease.shard()).unstarted(this::leadToTheEnd);
  }

  /** Begins. */
  static LeadShard start(Lease lease, LeaderDuties duties, NewPlans plans, Duration look) {
    LeadShard shard = new LeadShard(lease, duties, plans, look);
    shard.loop.start();
    return shard;
  }

  Lease lease() {
    return lease;
  }

  /** Whether it has what the leader before left, and is not over. */
  boolean isLeading() {
    return tookOver && !ended;
  }

  /** Whether it is over: deposed, or stopped. */
  boolean hasEnded() {
    return ended;
  }

  /** Since the loop last came round. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastRound);
  }

  /** Some of the shard's jobs belong elsewhere: they are moved when nothing is due. */
  void setUneven(boolean uneven) {
    this.uneven = uneven;
  }

  /** Lets another copy lead, as soon as the round that is running has ended. */
  void handOver() {
    handOver = true;
  }

  /** Ends, gives the lease up, and waits for that. */
  void stop() {
    handOver();
    try {
      loop.join(LAST_ROUND);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void leadToTheEnd() {
    try {
      Round last = Round.MORE;
      while (!handOver && last != Round.DEPOSED) {
        long seen = plans.count();
        last = attempt();
        lastRound = System.nanoTime();
        if (last == Round.DONE) {
          plans.await(seen, look);
        }
      }
    } catch (InterruptedException e) {
      log.warn("the leader of shard {} was interrupted", lease.shard(), e);
    } finally {
      end();
    }
  }

  /**
   * One round. What the database cannot do now is tried again at the next look; whether this copy
   * still leads then is the lease row's to say.
   */
  private Round attempt() {
    try {
      if (!tookOver) {
        duties.takeOver(lease);
        tookOver = true;
      }
      Round round = duties.round(lease);
      return round == Round.DONE && uneven ? spread() : round;
    } catch (DataAccessException | TransactionException e) {
      log.warn("the leader's database failed; tried again in {}", look, e);
      return Round.DONE;
    }
  }

  private Round spread() {
    Optional<UUID> last = duties.spread(lease, spreadAfter);
    last.ifPresent(
        after -> {
          spreadAfter = after;
          uneven = !after.equals(SpreadJobs.BEGINNING);
        });
    return last.isPresent() ? Round.MORE : Round.DEPOSED;
  }

  private void end() {
    ended = true;
    if (handOver) {
      release();
    } else {
      duties.stepDown(lease);
      log.warn("does not lead shard {} any more; epoch {} is over", lease.shard(), lease.epoch());
    }
  }

  private void release() {
    try {
      duties.release(lease);
      log.info("gave up shard {} after epoch {}", lease.shard(), lease.epoch());
    } catch (DataAccessException e) {
      log.warn("the lease of shard {} could not be given up; it ends by itself", lease.shard(), e);
    }
  }
}
