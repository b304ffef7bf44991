package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.publish.DatabaseClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Records what was posted. A lone post is recorded at once; what comes in meanwhile is recorded
 * with the next transaction, all of it together. Those who come together wait a moment for more of
 * them: the busier it is, the less each post costs. Senders go on to their next call; only when so
 * many wait here that the database cannot keep up do they wait, too.
 */
@Component
class SettlePosts implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SettlePosts.class);

  /** Posts that stand in no ledger yet, for each sender: each costs a look should we die now. */
  private static final int PER_SENDER = 4;

  /** How long those who come together wait for more; less than a busy server takes for a call. */
  private static final Duration COMPANY = Duration.ofMillis(20);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LAST_ONES = Duration.ofSeconds(5);

  private final RecordOutcomes record;
  private final DeliveryMeters meters;
  private final DatabaseClock clock;
  private final DeliverySettings settings;
  private final BlockingQueue<Visit> posted;
  private volatile boolean running;
  private @Nullable Thread settler;

  SettlePosts(
      RecordOutcomes record,
      DeliveryMeters meters,
      DatabaseClock clock,
      DeliverySettings settings,
      MeterRegistry registry) {
    this.record = record;
    this.meters = meters;
    this.clock = clock;
    this.settings = settings;
    this.posted = new LinkedBlockingQueue<>(PER_SENDER * settings.atOnce());
    registry.gaugeCollectionSize("bricklayer.engine.unsettled", List.of(), posted);
  }

  /** Takes a visit that ended with a post; waits only while very many wait here. */
  void add(Visit visit) throws InterruptedException {
    meters.posted(Duration.between(visit.sending().occurrence().plannedAt(), clock.now()));
    posted.put(visit);
  }

  @Override
  public void start() {
    running = true;
    settler = Thread.ofPlatform().name("engine-settler").start(this::settleUntilStopped);
  }

  /** Ends when it is stopped and nothing waits any more. */
  private void settleUntilStopped() {
    try {
      for (Visit first = next(); running || first != null; first = next()) {
        if (first != null) {
          settle(together(first));
        }
      }
    } catch (InterruptedException e) {
      log.warn("{} posts stay unsettled; they are found in doubt", posted.size(), e);
    }
  }

  private @Nullable Visit next() throws InterruptedException {
    return running ? posted.poll(LOOK.toNanos(), TimeUnit.NANOSECONDS) : posted.poll();
  }

  private List<Visit> together(Visit first) throws InterruptedException {
    List<Visit> together = new ArrayList<>();
    together.add(first);
    posted.drainTo(together);
    if (together.size() > 1 && together.size() < settings.atOnce() / 2 && running) {
      Thread.sleep(COMPANY);
      posted.drainTo(together);
    }
    return together;
  }

  private void settle(List<Visit> together) {
    try {
      record.recordPosts(together);
    } catch (DataAccessResourceFailureException | TransactionException e) {
      leave(together, e);
    } catch (RuntimeException e) {
      log.warn("{} posts could not be settled together; each by itself", together.size(), e);
      together.forEach(this::settleAlone);
    }
  }

  /** One that cannot be settled must not hold up those that came with it. */
  private void settleAlone(Visit visit) {
    try {
      record.record(visit);
    } catch (RuntimeException e) {
      leave(List.of(visit), e);
    }
  }

  private void leave(List<Visit> visits, RuntimeException e) {
    log.warn(
        "{} posts could not be settled; each is read back within {}",
        visits.size(),
        settings.sendingFor(),
        e);
  }

  @Override
  public void stop() {
    running = false;
    if (settler == null) {
      return;
    }
    try {
      if (!settler.join(LAST_ONES)) {
        settler.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after the senders. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 2;
  }
}
