package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Two things have to be so once: the group has given us our partitions, observers know the end. */
final class Readiness implements MessagingReadiness {

  private final CountDownLatch assigned = new CountDownLatch(1);
  private final CountDownLatch positioned = new CountDownLatch(1);

  void partitionsAssigned() {
    assigned.countDown();
  }

  void observersPositioned() {
    positioned.countDown();
  }

  @Override
  public boolean isReady() {
    return assigned.getCount() == 0 && positioned.getCount() == 0;
  }

  @Override
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    return assigned.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
        && positioned.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
