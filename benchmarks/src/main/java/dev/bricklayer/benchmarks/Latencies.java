package dev.bricklayer.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies of one run, in microseconds up to a minute, three digits. */
final class Latencies {

  private final Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);

  void record(long nanos) {
    micros.recordValue(
        Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), micros.getHighestTrackableValue()));
  }

  void add(Latencies others) {
    micros.add(others.micros);
  }

  long count() {
    return micros.getTotalCount();
  }

  double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  double maxMillis() {
    return micros.getMaxValue() / 1000.0;
  }
}
