package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers occurrences, each on a virtual thread, so many at once and no more. Whoever brings them
 * waits until each is taken, not until it is posted.
 */
@Component
class DeliverOccurrences {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverOccurrences.class);
  private static final Duration POSTPONE_AT_MOST = Duration.ofSeconds(2);
  private static final Duration LAST_ONES = Duration.ofSeconds(8);

  private final TakeOccurrences take;
  private final VisitMattermost visit;
  private final RecordOutcomes record;
  private final DeliveryRepository repository;
  private final DeliverySettings settings;
  private final Semaphore slots;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine-delivery-", 0).factory());

  DeliverOccurrences(
      TakeOccurrences take,
      VisitMattermost visit,
      RecordOutcomes record,
      DeliveryRepository repository,
      DeliverySettings settings,
      MeterRegistry meters) {
    this.take = take;
    this.visit = visit;
    this.record = record;
    this.repository = repository;
    this.settings = settings;
    this.slots = new Semaphore(settings.atOnce());
    meters.gauge(
        "bricklayer.engine.delivering", slots, s -> settings.atOnce() - s.availablePermits());
  }

  /**
   * Begins to deliver these and returns when each is somebody's: taken by a sender here, or left to
   * the engine's own schedule because all senders are busy. So a slow Mattermost stops no
   * partition.
   *
   * @throws RuntimeException when some could not be taken, such as for want of a database: bring
   *     them all again, those that were taken are recognised
   */
  void deliver(List<Occurrence> occurrences) throws InterruptedException {
    int next = 0;
    while (next < occurrences.size()) {
      int free = await(occurrences.size() - next);
      if (free == 0) {
        repository.postpone(occurrences.subList(next, occurrences.size()), POSTPONE_AT_MOST);
        return;
      }
      begin(occurrences.subList(next, next + free));
      next += free;
    }
  }

  /** Waits for a sender that is free, and takes as many as are, up to the wish. */
  private int await(int wish) throws InterruptedException {
    if (!slots.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
      return 0;
    }
    int more = Math.min(wish - 1, slots.availablePermits());
    return 1 + (slots.tryAcquire(more) ? more : 0);
  }

  private void begin(List<Occurrence> occurrences) {
    int begun = 0;
    try {
      for (Sending sending : take.take(occurrences)) {
        threads.execute(() -> deliver(sending));
        begun++;
      }
    } finally {
      slots.release(occurrences.size() - begun);
    }
  }

  private void deliver(Sending sending) {
    try {
      visit.visit(sending).ifPresent(record::record);
    } catch (RuntimeException e) {
      LOG.warn(
          "occurrence {} could not be brought to an end; it is taken up again within {}",
          sending.occurrence().id(),
          settings.sendingFor(),
          e);
    } finally {
      slots.release();
    }
  }

  /** Lets those under way end. What does not is found in doubt by whoever sweeps next. */
  void drain() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
  }
}
