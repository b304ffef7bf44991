package dev.bricklayer.systemtests.faults;

import java.util.Random;

/**
 * A new seed for every run; a failing test names it, and {@code -Dfaults.seed=…} brings it back.
 */
public record Seed(long value) {

  public static Seed fresh() {
    return new Seed(Long.getLong("faults.seed", System.nanoTime()));
  }

  public Random random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return "-Dfaults.seed=" + value;
  }
}
