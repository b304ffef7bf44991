package dev.bricklayer.engine.publish;

import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Marks in the ledger what Kafka has. A mark that is lost costs a duplicate on Kafka, which
 * delivery removes, so marks wait for company, and in a burst for its end, whose processor they
 * would take. What was delivered meanwhile needs none any more.
 */
final class MarkPublished implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(MarkPublished.class);
  private static final int BATCH = 5_000;
  private static final Duration LONGEST_BURST = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final BlockingQueue<Occurrence> acknowledged = new LinkedBlockingQueue<>();
  private final PublishedRepository ledger;
  private final Duration every;
  private final CountDownLatch stopping = new CountDownLatch(1);

  MarkPublished(PublishedRepository ledger, Duration every) {
    this.ledger = ledger;
    this.every = every;
  }

  void acknowledged(Occurrence occurrence) {
    acknowledged.add(occurrence);
  }

  /** The last marks are made, then the thread ends; it is not to be interrupted at its work. */
  void stop() {
    stopping.countDown();
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        Occurrence first = acknowledged.poll(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
          awaitCompany();
          mark(first);
        }
      }
      markTheLast();
    } catch (InterruptedException e) {
      log.warn("{} published occurrences stay unmarked", acknowledged.size(), e);
    }
  }

  private void awaitCompany() throws InterruptedException {
    long limit = System.nanoTime() + LONGEST_BURST.toNanos();
    boolean stopped;
    int before;
    do {
      before = acknowledged.size();
      stopped = stopping.await(every.toNanos(), TimeUnit.NANOSECONDS);
    } while (acknowledged.size() - before > BATCH && System.nanoTime() < limit && !stopped);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void markTheLast() {
    boolean marked = true;
    Occurrence next = acknowledged.poll();
    while (marked && next != null) {
      marked = mark(next);
      next = acknowledged.poll();
    }
  }

  /** False when they could not be marked. */
  private boolean mark(Occurrence first) {
    List<Occurrence> batch = new ArrayList<>(BATCH);
    batch.add(first);
    acknowledged.drainTo(batch, BATCH - 1);
    try {
      ledger.mark(batch);
      return true;
    } catch (DataAccessException | TransactionException e) {
      acknowledged.addAll(batch);
      log.warn("{} published occurrences could not be marked; tried again", batch.size(), e);
      return false;
    }
  }
}
