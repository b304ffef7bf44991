package dev.bricklayer.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins a call at fixed instants, whether or not the earlier ones have ended, and counts its
 * latency from the instant at which it should have begun: waiting in a queue is not hidden.
 */
final class OpenLoop {

  private OpenLoop() {}

  /** One call; an exception counts as a failure, but for the one that says "busy". */
  interface Call {
    void run(int number) throws Exception;
  }

  static Latencies run(int perSecond, Duration length, Call call) {
    Latencies latencies = new Latencies();
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    int calls = (int) (length.toNanos() / interval);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int number = 0; number < calls; number++) {
        long due = begin + number * interval;
        waitUntil(due);
        int current = number;
        callers.execute(() -> measure(call, current, due, latencies));
      }
    }
    return latencies;
  }

  private static void measure(Call call, int number, long due, Latencies latencies) {
    try {
      call.run(number);
      latencies.record(System.nanoTime() - due);
    } catch (BusyException e) {
      latencies.turnAway(System.nanoTime() - due);
    } catch (Exception e) {
      latencies.fail(e);
    }
  }

  private static void waitUntil(long due) {
    long left;
    while ((left = due - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }
}
