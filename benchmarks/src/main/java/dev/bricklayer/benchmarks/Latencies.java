package dev.bricklayer.benchmarks;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Latencies of one run, in microseconds up to a minute, three digits; what was turned away has its
 * own; what failed is counted beside them, and the first of each kind is said on the console.
 */
public final class Latencies {

  private final Histogram micros = histogram();
  private final Histogram turnedAway = histogram();
  private final ConcurrentMap<String, Long> failures = new ConcurrentHashMap<>();

  private static Histogram histogram() {
    return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
  }

  public void record(long nanos) {
    record(micros, nanos);
  }

  /** It was answered "busy", after this time. */
  public void turnAway(long nanos) {
    record(turnedAway, nanos);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(
        Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), histogram.getHighestTrackableValue()));
  }

  public void fail(Exception failure) {
    String words = String.valueOf(failure.getMessage());
    if (failures.merge(words, 1L, Long::sum) == 1) {
      System.out.println("  failed: " + words);
    }
  }

  public void add(Latencies others) {
    micros.add(others.micros);
    turnedAway.add(others.turnedAway);
    others.failures.forEach((words, count) -> failures.merge(words, count, Long::sum));
  }

  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  public long turnedAway() {
    return turnedAway.getTotalCount();
  }

  public double turnedAwayMillisAt(double percentile) {
    return turnedAway.getValueAtPercentile(percentile) / 1000.0;
  }

  public long count() {
    return micros.getTotalCount();
  }

  public double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  public double maxMillis() {
    return micros.getMaxValue() / 1000.0;
  }
}
