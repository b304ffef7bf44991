package dev.bricklayer.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Begins a call at fixed instants, whether or not the earlier ones have ended, and counts its
 * latency from the instant at which it should have begun: waiting in a queue is not hidden.
 */
final class OpenLoop {

  private OpenLoop() {}

  /** One call; an exception fails the benchmark. */
  interface Call {
    void run(int number) throws Exception;
  }

  static Latencies run(int perSecond, Duration length, Call call) throws Exception {
    Latencies latencies = new Latencies();
    AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    int calls = (int) (length.toNanos() / interval);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int number = 0; number < calls; number++) {
        long due = begin + number * interval;
        waitUntil(due);
        int current = number;
        callers.execute(() -> measure(call, current, due, latencies, failed));
      }
    }
    Exception failure = failed.get();
    if (failure != null) {
      throw failure;
    }
    return latencies;
  }

  private static void measure(
      Call call,
      int number,
      long due,
      Latencies latencies,
      AtomicReference<@Nullable Exception> failed) {
    try {
      call.run(number);
      latencies.record(System.nanoTime() - due);
    } catch (Exception e) {
      failed.compareAndSet(null, e);
    }
  }

  private static void waitUntil(long due) {
    long left;
    while ((left = due - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }
}
