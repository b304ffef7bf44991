package dev.bricklayer.engine.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the leaders for a plan that was made in this process. A plan made by another copy is seen
 * at a leader's next look.
 */
@Component
public class NewPlans {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition announced = lock.newCondition();
  private final ClaimSettings settings;
  private final Clock clock;
  private long count;

  NewPlans(ClaimSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A job is planned, once the transaction that is running commits. Only a plan that the leader
   * would claim at once is worth its while; the others it finds at one of its looks, long before
   * they are due.
   *
   * @param next the job's first instant; absent when nothing is planned
   */
  public void announce(@Nullable Instant next) {
    if (next != null && next.isBefore(clock.instant().plus(settings.horizon()))) {
      announce();
    }
  }

  /** Something is planned, once the transaction that is running commits. */
  public void announce() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake();
          }
        });
  }

  /** How many there were so far. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there were more than these, at most so long. */
  public void await(long seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (count == seen && left > 0) {
        left = announced.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      count++;
      announced.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
