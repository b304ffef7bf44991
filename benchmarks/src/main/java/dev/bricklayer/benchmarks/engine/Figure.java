package dev.bricklayer.benchmarks.engine;

import org.jspecify.annotations.Nullable;

/**
 * One measurement.
 *
 * @param what the scenario
 * @param who was measured
 * @param stored how many jobs there were
 * @param due how many of them fell due
 * @param perSecond how many a second; {@code NaN} where lateness is what counts
 * @param late how late they were; null where that means nothing
 */
record Figure(
    String what, String who, int stored, int due, double perSecond, @Nullable Lateness late) {

  Figure {
    System.out.printf(
        "  %-9s %-28s %,9d stored %,8d due %s%s%n",
        what,
        who,
        stored,
        due,
        Double.isNaN(perSecond) ? "" : "%,8.0f/s".formatted(perSecond),
        late == null
            ? ""
            : "  p50 %.1f p99 %.1f max %.1f ms, %d early"
                .formatted(late.millisAt(50), late.millisAt(99), late.millisAt(100), late.early()));
  }
}
