package dev.bricklayer.benchmarks.engine;

import java.util.Arrays;

/** How late each of many was; below zero is early. */
final class Lateness {

  /** Ascending. */
  private final long[] micros;

  private Lateness(long[] micros) {
    this.micros = micros;
  }

  /** In any order; below zero is early. */
  static Lateness ofMicros(long[] micros) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Lateness(sorted);
  }

  double millisAt(double percentile) {
    int index = (int) Math.ceil(percentile / 100 * micros.length) - 1;
    return micros.length == 0 ? Double.NaN : micros[Math.max(0, index)] / 1000.0;
  }

  long early() {
    return Arrays.stream(micros).takeWhile(each -> each < 0).count();
  }
}
