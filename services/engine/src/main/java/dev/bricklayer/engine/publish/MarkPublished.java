package dev.bricklayer.engine.publish;

import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Marks in the ledger what Kafka has. A mark that is lost costs a duplicate on Kafka, which
 * delivery removes, so marks wait for company.
 */
final class MarkPublished implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(MarkPublished.class);
  private static final int BATCH = 5_000;

  private final BlockingQueue<Occurrence> acknowledged = new LinkedBlockingQueue<>();
  private final PublishedRepository ledger;
  private final Duration every;

  MarkPublished(PublishedRepository ledger, Duration every) {
    this.ledger = ledger;
    this.every = every;
  }

  void acknowledged(Occurrence occurrence) {
    acknowledged.add(occurrence);
  }

  /** Until it is interrupted; then marks what is left. */
  @Override
  public void run() {
    try {
      while (true) {
        Occurrence first = acknowledged.take();
        Thread.sleep(every);
        mark(first);
      }
    } catch (InterruptedException e) {
      Occurrence left = acknowledged.poll();
      if (left != null) {
        mark(left);
      }
    }
  }

  private void mark(Occurrence first) {
    List<Occurrence> batch = new ArrayList<>(BATCH);
    batch.add(first);
    acknowledged.drainTo(batch, BATCH - 1);
    try {
      ledger.mark(batch);
    } catch (DataAccessException e) {
      acknowledged.addAll(batch);
      LOG.warn("{} published occurrences could not be marked; tried again", batch.size(), e);
    }
  }
}
