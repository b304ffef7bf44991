package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  private final TakeOccurrence take;
  private final VisitMattermost visit;
  private final RecordOutcome record;
  private final DeliveryRepository repository;
  private final DeliverySettings settings;
  private final Semaphore slots;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine-delivery-", 0).factory());

  DeliverOccurrences(
      TakeOccurrence take,
      VisitMattermost visit,
      RecordOutcome record,
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
   * @throws RuntimeException when one could not be taken, such as for want of a database: bring
   *     them all again, those that were taken are recognised
   */
  void deliver(List<Occurrence> occurrences) throws InterruptedException {
    List<CompletableFuture<Void>> taken = new ArrayList<>(occurrences.size());
    for (int i = 0; i < occurrences.size(); i++) {
      if (!slots.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
        repository.postpone(occurrences.subList(i, occurrences.size()), POSTPONE_AT_MOST);
        break;
      }
      taken.add(start(occurrences.get(i)));
    }
    taken.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> start(Occurrence occurrence) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            deliver(occurrence, taken);
          } finally {
            slots.release();
          }
        });
    return taken;
  }

  private void deliver(Occurrence occurrence, CompletableFuture<Void> taken) {
    Optional<Sending> sending;
    try {
      sending = take.take(occurrence);
      taken.complete(null);
    } catch (RuntimeException e) {
      taken.completeExceptionally(e);
      return;
    }
    try {
      sending.flatMap(visit::visit).ifPresent(record::record);
    } catch (RuntimeException e) {
      LOG.warn(
          "occurrence {} could not be brought to an end; it is taken up again within {}",
          occurrence.id(),
          settings.sendingFor(),
          e);
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
