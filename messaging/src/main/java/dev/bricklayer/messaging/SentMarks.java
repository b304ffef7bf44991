package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.transaction.support.TransactionOperations;

/** Marks sent messages in the table, many with one commit: nobody waits for it. */
final class SentMarks {

  private static final Duration GATHERING = Duration.ofMillis(500);
  private static final int MOST = 1_000;

  private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
  private final OutboxRepository outbox;
  private final TransactionOperations transaction;
  private final SenderLanes lanes;

  SentMarks(OutboxRepository outbox, TransactionOperations transaction, SenderLanes lanes) {
    this.outbox = outbox;
    this.transaction = transaction;
    this.lanes = lanes;
  }

  void add(long id) {
    sent.add(id);
  }

  /** Waits for some, gathers more, marks them. */
  boolean markNext() throws InterruptedException {
    long first = sent.take();
    try {
      Thread.sleep(GATHERING);
    } finally {
      sent.add(first);
    }
    markAll();
    return true;
  }

  /** Marks what there is. */
  void markAll() {
    while (!sent.isEmpty()) {
      List<Long> ids = new ArrayList<>();
      sent.drainTo(ids, MOST);
      mark(ids);
    }
  }

  private void mark(List<Long> ids) {
    try {
      transaction.executeWithoutResult(_ -> outbox.markSent(ids));
    } catch (RuntimeException e) {
      sent.addAll(ids);
      throw e;
    }
    lanes.marked(ids);
  }
}
