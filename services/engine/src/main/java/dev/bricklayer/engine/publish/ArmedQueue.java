package dev.bricklayer.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is armed, the earliest first. One thread takes, any thread arms. */
final class ArmedQueue {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Armed> waiting = new PriorityQueue<>(Comparator.comparing(Armed::at));

  void arm(Collection<Armed> more) {
    lock.lock();
    try {
      waiting.addAll(more);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything: another process publishes it. */
  void disarm() {
    lock.lock();
    try {
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what may leave; waits for it.
   *
   * @param clock the database's
   * @param atMost how long to wait
   * @return empty when nothing may leave yet
   */
  List<Armed> take(DatabaseClock clock, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (left > 0 && !due(clock.now())) {
        long wait = Math.min(left, untilNext(clock.now()));
        left -= wait - changed.awaitNanos(wait);
      }
      return takeUntil(clock.now());
    } finally {
      lock.unlock();
    }
  }

  private boolean due(Instant now) {
    Armed next = waiting.peek();
    return next != null && !next.at().isAfter(now);
  }

  private long untilNext(Instant now) {
    Armed next = waiting.peek();
    return next == null
        ? TimeUnit.DAYS.toNanos(1)
        : Math.max(1, Duration.between(now, next.at()).toNanos());
  }

  private List<Armed> takeUntil(Instant now) {
    List<Armed> taken = new ArrayList<>();
    while (due(now)) {
      taken.add(waiting.remove());
    }
    return taken;
  }
}
