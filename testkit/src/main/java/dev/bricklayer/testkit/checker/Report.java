package dev.bricklayer.testkit.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the checker says.
 *
 * @param endings how many occurrences ended how
 */
public record Report(List<Finding> findings, Map<Ending, Integer> endings) {

  private static final int SHOWN = 25;

  /** How an occurrence ended. */
  public enum Ending {
    POSTED,
    /** By the job's rule for what was missed, and the ledger says so. */
    SKIPPED,
    FAILED,
    UNKNOWN,
    /** A change that was acknowledged took it back. */
    TAKEN_BACK,
    /** Nothing became of it. */
    NOTHING
  }

  /** How many ended so. */
  public int count(Ending ending) {
    return endings.getOrDefault(ending, 0);
  }

  /** Whether anything of this kind was found. */
  public boolean has(Class<? extends Finding> kind) {
    return findings.stream().anyMatch(kind::isInstance);
  }

  /**
   * Returns itself when nothing was found.
   *
   * @throws AssertionError that tells what was found
   */
  public Report clean() {
    if (!findings.isEmpty()) {
      throw new AssertionError(toString());
    }
    return this;
  }

  @Override
  public String toString() {
    Map<String, Long> kinds =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.getClass().getSimpleName(),
                    TreeMap::new,
                    Collectors.counting()));
    String first =
        findings.stream()
            .limit(SHOWN)
            .map(finding -> "\n  " + finding)
            .collect(Collectors.joining());
    return "%d findings %s, endings %s%s".formatted(findings.size(), kinds, endings, first);
  }
}
