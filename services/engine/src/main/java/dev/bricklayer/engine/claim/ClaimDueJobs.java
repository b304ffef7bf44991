package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.Leases;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.schedule.Schedule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

/** Claims what falls due soon, a batch in a transaction that ends with the fence. */
@Component
public class ClaimDueJobs {

  private static final Logger log = LoggerFactory.getLogger(ClaimDueJobs.class);

  /** When the leader looks again at what was handed over and never taken. */
  private static final Duration LOOK_AFTER = Duration.ofSeconds(30);

  /**
   * How long rules may be computed inside the transaction: well below the time after which
   * PostgreSQL takes a connection that stands still for frozen. The rest is picked again.
   */
  private static final Duration COMPUTING = Duration.ofMillis(300);

  /** More texts than this are not kept in memory: they are picked, and left, each time. */
  private static final int MOST_PASSED_OVER = 20_000;

  private static final Batch NOTHING = new Batch(List.of(), false);

  private final ScheduleRepository schedule;
  private final Leases leases;
  private final Rules rules;
  private final ClaimSettings settings;
  private final BatchSize batchSize;
  private final Counter claimed;
  private final Timer batches;
  private final Set<JobId> unreadable = ConcurrentHashMap.newKeySet();

  /** Their texts, past which is picked. */
  private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

  ClaimDueJobs(
      ScheduleRepository schedule,
      Leases leases,
      Rules rules,
      ClaimSettings settings,
      MeterRegistry meters) {
    this.schedule = schedule;
    this.leases = leases;
    this.rules = rules;
    this.settings = settings;
    this.batchSize = new BatchSize(settings.batch());
    this.claimed = meters.counter("bricklayer.engine.claimed");
    this.batches = meters.timer("bricklayer.engine.claim.batch");
    meters.gaugeCollectionSize("bricklayer.engine.rules.unreadable", Tags.empty(), unreadable);
  }

  /**
   * What one batch gave.
   *
   * @param occurrences what is to be published, each at its instant
   * @param more whether there is more to claim right now
   */
  public record Batch(List<Occurrence> occurrences, boolean more) {}

  /** Claims a batch; empty when somebody else leads by now: then nothing was claimed. */
  public Optional<Batch> claim(Lease lease) {
    if (schedule.anythingDue(lease.shard(), settings.horizon())) {
      return claimSome(lease);
    }
    return leases.keep(lease) ? Optional.of(NOTHING) : Optional.empty();
  }

  private Optional<Batch> claimSome(Lease lease) {
    int size = batchSize.now();
    long start = System.nanoTime();
    Optional<Batch> batch;
    try {
      batch = leases.fenced(lease, () -> claimOf(lease.shard(), size));
    } catch (DataAccessException | TransactionException e) {
      batchSize.failed(size);
      throw e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    batches.record(took);
    batch.ifPresent(done -> note(done, size, took));
    return batch;
  }

  private void note(Batch done, int size, Duration took) {
    claimed.increment(done.occurrences().size());
    if (done.more()) {
      batchSize.took(size, took);
    }
  }

  private Batch claimOf(int shard, int size) {
    int passedBefore = passedOver.size();
    List<DueJob> due = schedule.pick(shard, settings.horizon(), size, passedOver);
    List<Claim> claims = compute(due);
    if (claims.isEmpty()) {
      return new Batch(List.of(), passedOver.size() > passedBefore);
    }
    schedule.write(shard, claims, LOOK_AFTER);
    return new Batch(
        claims.stream().flatMap(claim -> claim.fire().stream()).toList(),
        due.size() == size || claims.size() < due.size());
  }

  private List<Claim> compute(List<DueJob> due) {
    long start = System.nanoTime();
    List<Claim> claims = new ArrayList<>(due.size());
    for (DueJob job : due) {
      claim(job).ifPresent(claims::add);
      if (System.nanoTime() - start > COMPUTING.toNanos()) {
        break;
      }
    }
    return claims;
  }

  /** A rule that cannot be read any more must not stop the others: its job waits, unclaimed. */
  private Optional<Claim> claim(DueJob job) {
    Schedule rule;
    try {
      rule = rules.read(job.rule());
    } catch (IllegalArgumentException | JacksonException e) {
      if (passedOver.size() < MOST_PASSED_OVER) {
        passedOver.add(job.rule());
      }
      if (unreadable.add(job.jobId())) {
        log.error(
            "the stored schedule of job {} cannot be read, so it does not fire until it is"
                + " changed or the program can read it again",
            job.jobId(),
            e);
      }
      return Optional.empty();
    }
    return Optional.of(Claim.of(job, rule, settings, () -> schedule.missedRule(job.jobId())));
  }
}
