package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.engine.delivery.VisitMattermost.Visit;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.server.ServerGate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The senders of this copy, each on a virtual thread: so many call at once and no more, and half as
 * many again have taken theirs and call next. So no call waits for a transaction. A sender is
 * admitted before anything is taken: it is free, Mattermost is there, and allows the call.
 */
@Component
class Senders implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Senders.class);
  private static final Duration LAST_ONES = Duration.ofSeconds(8);

  /** Nothing is lost by it: while fewer are free than may be ahead, as many call as can. */
  private static final Duration COMPANY = Duration.ofMillis(40);

  private final TakeOccurrences take;
  private final VisitMattermost visit;
  private final RecordOutcomes record;
  private final SettlePosts settle;
  private final ServerGate gate;
  private final DeliverySettings settings;
  private final int ahead;
  private final Semaphore free;
  private final Semaphore calls;
  private final Map<BotId, Integer> busyFor = new ConcurrentHashMap<>();
  private volatile boolean running;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("engine-delivery-", 0).factory());

  Senders(
      TakeOccurrences take,
      VisitMattermost visit,
      RecordOutcomes record,
      SettlePosts settle,
      ServerGate gate,
      DeliverySettings settings,
      MeterRegistry meters) {
    this.take = take;
    this.visit = visit;
    this.record = record;
    this.settle = settle;
    this.gate = gate;
    this.settings = settings;
    this.ahead = settings.atOnce() / 2;
    this.free = new Semaphore(settings.atOnce() + ahead);
    this.calls = new Semaphore(settings.atOnce());
    meters.gauge(
        "bricklayer.engine.delivering", calls, s -> settings.atOnce() - s.availablePermits());
  }

  /** Whether half of all senders work for this bot: then it had better let others go first. */
  boolean hasItsShare(BotId bot) {
    return busyFor.getOrDefault(bot, 0) * 2 >= settings.atOnce();
  }

  /**
   * Waits so long for a sender that is free, and takes as many as are, up to the wish. Where more
   * are wished for than are free, it waits a moment for company: what is taken together costs less.
   */
  int reserve(int wish, Duration patience) throws InterruptedException {
    if (wish == 0 || !free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return 0;
    }
    int reserved = 1;
    int company = Math.min(wish, ahead) - reserved;
    if (company > 0 && free.tryAcquire(company, COMPANY.toNanos(), TimeUnit.NANOSECONDS)) {
      reserved += company;
    }
    int more = Math.min(wish - reserved, free.availablePermits());
    return reserved + (more > 0 && free.tryAcquire(more) ? more : 0);
  }

  /** So many that were reserved are not needed. */
  void release(int reserved) {
    free.release(reserved);
  }

  /**
   * Takes these, each with a sender that was reserved and admitted, and begins to deliver what is
   * to be sent or settled. One that this version cannot read stays READY, to be looked at again,
   * and stops no other.
   *
   * @param admitted how many were; what is not needed of that is given back
   * @throws DataAccessException when they could not be taken for want of the database
   * @throws TransactionException likewise
   */
  void begin(List<Occurrence> occurrences, int admitted) {
    List<Sending> taken = List.of();
    try {
      taken = take.take(occurrences);
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn(
          "{} occurrences are taken one by one: together they cannot be", occurrences.size(), e);
      taken = occurrences.stream().flatMap(each -> takeAlone(each).stream()).toList();
    } finally {
      free.release(admitted - taken.size());
      gate.giveBack(admitted - taken.size());
    }
    for (Sending sending : taken) {
      busyFor.merge(sending.occurrence().botId(), 1, Integer::sum);
      threads.execute(() -> deliver(sending));
    }
  }

  /** Those before it are taken already, so whatever fails, they are delivered. */
  private List<Sending> takeAlone(Occurrence occurrence) {
    try {
      return take.take(List.of(occurrence));
    } catch (RuntimeException e) {
      log.error("occurrence {} cannot be taken; it is looked at again", occurrence.id(), e);
      return List.of();
    }
  }

  private void deliver(Sending sending) {
    try {
      Optional<Visit> visited = visitInTurn(sending);
      if (visited.isPresent()) {
        settle(visited.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.warn("occurrence {} was stopped before it was settled", sending.occurrence().id());
    } catch (RuntimeException e) {
      log.warn(
          "occurrence {} could not be brought to an end; it is taken up again within {}",
          sending.occurrence().id(),
          settings.sendingFor(),
          e);
    } finally {
      busyFor.computeIfPresent(
          sending.occurrence().botId(), (_, busy) -> busy == 1 ? null : busy - 1);
      gate.ended();
      free.release();
    }
  }

  private Optional<Visit> visitInTurn(Sending sending) throws InterruptedException {
    calls.acquire();
    try {
      return visit.visit(sending);
    } finally {
      calls.release();
    }
  }

  /** Posts are many and wait for nobody; the others are few, and each ends in its own way. */
  private void settle(Visit visited) throws InterruptedException {
    switch (visited.outcome()) {
      case Outcome.Posted _ -> settle.add(visited);
      case Outcome.Again _,
          Outcome.Doubtful _,
          Outcome.ProvenAbsent _,
          Outcome.Refused _,
          Outcome.Unknowable _ ->
          record.record(visited);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Lets those under way end. What does not is found in doubt by whoever sweeps next. */
  @Override
  public void stop() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops after those who bring occurrences, which is to say: in a phase before theirs. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1;
  }
}
