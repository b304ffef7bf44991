package dev.bricklayer.engine.claim;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the leader for a plan that was made in this process. A plan made by another copy is seen at
 * the leader's next look.
 */
@Component
public class NewPlans {

  private final Semaphore news = new Semaphore(0);

  /** Something is planned, once the transaction that is running commits. */
  public void announce() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            news.release();
          }
        });
  }

  /** Waits for the next announcement, at most so long. */
  public void await(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      news.drainPermits();
    }
  }
}
