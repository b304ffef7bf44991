package dev.bricklayer.systemtests.faults;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Beats a hundred times a second. The longest pause between two beats tells for how long the
 * machine itself let nobody go on, so that a limit in time can say what it leaves to a busy one.
 */
final class Metronome implements AutoCloseable {

  private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(10);

  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong longest = new AtomicLong();
  private long last = System.nanoTime();

  Metronome() {
    var _ = beats.scheduleAtFixedRate(this::beat, BEAT, BEAT, TimeUnit.NANOSECONDS);
  }

  private void beat() {
    long now = System.nanoTime();
    longest.accumulateAndGet(now - last - BEAT, Math::max);
    last = now;
  }

  /** The longest pause so far. */
  Duration longestPause() {
    return Duration.ofNanos(longest.get());
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }
}
