package dev.bricklayer.engine.claim;

import java.time.Duration;

/**
 * How many jobs a batch has: more while batches are quick, up to where larger ones gain nothing;
 * fewer when one takes long or fails. So a process that is cold or starved does not lose its lease,
 * or its connection for standing still, at the same large batch again and again.
 */
final class BatchSize {

  static final Duration QUICK = Duration.ofMillis(350);
  static final Duration LONG = Duration.ofMillis(700);

  private static final int FIRST = 500;
  private static final int LEAST = 50;

  private final int most;
  private volatile int now;

  BatchSize(int most) {
    this.most = most;
    this.now = Math.min(FIRST, most);
  }

  int now() {
    return now;
  }

  /** A batch of this size took so long. */
  void took(int size, Duration time) {
    if (time.compareTo(LONG) > 0) {
      failed(size);
    } else if (time.compareTo(QUICK) < 0) {
      now = Math.min(most, Math.max(now, size * 2));
    }
  }

  /** A batch of this size came to nothing. */
  void failed(int size) {
    now = Math.clamp(size / 2, Math.min(LEAST, most), most);
  }
}
