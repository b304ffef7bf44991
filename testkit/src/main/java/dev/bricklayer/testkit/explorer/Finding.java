package dev.bricklayer.testkit.explorer;

import java.util.List;

/** What an exploration found. */
public sealed interface Finding {

  /** Every promise holds in every world. */
  record AllHold(int worlds) implements Finding {}

  /**
   * A promise is broken.
   *
   * @param promises which
   * @param history the shortest way there
   * @param worlds how many were visited until it was found
   */
  record Broken(List<String> promises, List<String> history, int worlds) implements Finding {

    @Override
    public String toString() {
      return String.join("; ", promises) + "\n  " + String.join("\n  ", history);
    }
  }
}
