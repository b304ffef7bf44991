package dev.bricklayer.simulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The misbehaviour that is switched on. Safe for several threads. With the same seed, the same
 * faults and the same calls one after the other, the same calls are hit.
 */
public final class Faults {

  private final List<Armed> armed = new CopyOnWriteArrayList<>();
  private volatile RandomGenerator random = new Random(0);
  private volatile CompletableFuture<Void> cleared = new CompletableFuture<>();

  /**
   * A call that is hit.
   *
   * @param effect what happens to it
   * @param over done when the faults are cleared: whatever waits, waits no longer
   */
  public record Hit(Effect effect, CompletableFuture<Void> over) {

    /** Waits for a duration, or until the faults are cleared. */
    public void await(Duration duration) {
      try {
        over.get(duration.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException whatWeWaitedFor) {
        return;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private record Armed(
      Fault fault, AtomicInteger left, AtomicInteger hits, CompletableFuture<Void> over) {

    boolean takeOne() {
      int before = left.getAndUpdate(n -> n == Fault.ALWAYS || n == 0 ? n : n - 1);
      if (before > 0) {
        hits.incrementAndGet();
      }
      return before > 0;
    }
  }

  /**
   * A fault and what it has done.
   *
   * @param hits how many calls it has hit
   */
  public record Seen(Fault fault, int hits) {}

  /** Switches one on, behind those that are on already. */
  public void add(Fault fault) {
    armed.add(new Armed(fault, new AtomicInteger(fault.times()), new AtomicInteger(), cleared));
  }

  /** Begins the dice anew. */
  public void seed(long seed) {
    random = new Random(seed);
  }

  /** Switches all off; what hangs is let go (by a reset). */
  public void clear() {
    armed.clear();
    CompletableFuture<Void> old = cleared;
    cleared = new CompletableFuture<>();
    old.complete(null);
  }

  /** What is on, in order. */
  public List<Seen> seen() {
    return armed.stream().map(a -> new Seen(a.fault(), a.hits().get())).toList();
  }

  /** The first fault that hits this call at this moment, or null; counts as a hit. */
  public @Nullable Hit next(Moment moment, String method, String path) {
    for (Armed each : armed) {
      Fault fault = each.fault();
      if (fault.moment() == moment
          && fault.concerns(method, path)
          && (fault.probability() == 1 || random.nextDouble() < fault.probability())
          && each.takeOne()) {
        return new Hit(fault.effect(), each.over());
      }
    }
    return null;
  }
}
