package dev.bricklayer.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is armed, the earliest first. One thread takes, any thread arms.
 *
 * <p>Kept by instant: people choose whole minutes, so what is due together lies together, and a
 * hundred thousand of them leave as one list.
 */
final class ArmedQueue {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Instant, List<Armed>> waiting = new TreeMap<>();
  private int size;

  void arm(Collection<Armed> more) {
    lock.lock();
    try {
      more.forEach(each -> waiting.computeIfAbsent(each.at(), _ -> new ArrayList<>(1)).add(each));
      size += more.size();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything of a shard: another process publishes it. */
  void disarm(int shard) {
    lock.lock();
    try {
      for (Iterator<List<Armed>> each = waiting.values().iterator(); each.hasNext(); ) {
        List<Armed> together = each.next();
        int before = together.size();
        together.removeIf(armed -> armed.shard() == shard);
        size -= before - together.size();
        if (together.isEmpty()) {
          each.remove();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
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
    return !waiting.isEmpty() && !waiting.firstKey().isAfter(now);
  }

  private long untilNext(Instant now) {
    return waiting.isEmpty()
        ? TimeUnit.DAYS.toNanos(1)
        : Math.max(1, Duration.between(now, waiting.firstKey()).toNanos());
  }

  private List<Armed> takeUntil(Instant now) {
    List<Armed> taken = new ArrayList<>();
    while (due(now)) {
      taken.addAll(waiting.pollFirstEntry().getValue());
    }
    size -= taken.size();
    return taken;
  }
}
