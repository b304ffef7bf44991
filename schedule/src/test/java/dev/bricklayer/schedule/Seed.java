package dev.bricklayer.schedule;

import java.util.Random;

/**
 * A new seed for every run; a failing test names it, and {@code -Dschedule.seed=…} brings it back.
 */
record Seed(long value) {

  static Seed fresh() {
    return new Seed(Long.getLong("schedule.seed", System.nanoTime()));
  }

  Random random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return "-Dschedule.seed=" + value;
  }
}
