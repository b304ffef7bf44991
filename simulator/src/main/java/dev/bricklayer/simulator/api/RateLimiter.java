package dev.bricklayer.simulator.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The generic cell rate algorithm, for each remote address by itself: what is kept is the one
 * instant at which the bucket will be full again. Numbers are told as the real limiter tells them:
 * whole seconds, rounded up.
 */
public final class RateLimiter {

  private final long interval;
  private final long tolerance;
  private final int limit;
  private final LongSupplier nanos;
  private final Map<String, Long> fullAt = new ConcurrentHashMap<>();

  /**
   * What the limiter says to one call.
   *
   * @param retryAfter seconds; 0 for a call that may pass
   */
  public record Verdict(boolean passes, int limit, long remaining, long reset, long retryAfter) {}

  /**
   * A limiter that has seen nobody yet.
   *
   * @param nanos what time passes by
   */
  public RateLimiter(RateLimit settings, LongSupplier nanos) {
    this.interval = TimeUnit.SECONDS.toNanos(1) / settings.perSecond();
    this.limit = settings.maxBurst() + 1;
    this.tolerance = interval * limit;
    this.nanos = nanos;
  }

  /** Counts a call of this address, if it may pass. */
  public Verdict ask(String address) {
    long now = nanos.getAsLong();
    AtomicBoolean passes = new AtomicBoolean();
    long full =
        fullAt.compute(
            address,
            (_, known) -> {
              long before = known == null ? now : Math.max(known, now);
              passes.set(before + interval - tolerance <= now);
              return passes.get() ? before + interval : before;
            });
    long remaining = Math.max(0, (tolerance - (full - now)) / interval);
    long retryAfter = passes.get() ? 0 : ceilSeconds(full + interval - tolerance - now);
    return new Verdict(passes.get(), limit, remaining, ceilSeconds(full - now), retryAfter);
  }

  private static long ceilSeconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }
}
