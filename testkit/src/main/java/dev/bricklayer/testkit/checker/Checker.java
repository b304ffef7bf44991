package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.Report.Ending;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges what the engine did. From the history of the jobs it reckons what should have become of
 * each instant, and holds the ledger and the posts against it: nothing missing, nothing doubled,
 * nothing early, nothing that was taken back, and nothing skipped without a word.
 *
 * <p>Where a change was asked for before an instant and acknowledged after it, either is right.
 * Pure: the evidence is collected by others.
 */
public final class Checker {

  private Checker() {}

  /** Judges. */
  public static Report check(Evidence evidence) {
    Calendar calendar = new Calendar(evidence.from(), evidence.until());
    Map<UUID, List<LedgerRow>> rows = byJob(evidence.ledger(), LedgerRow::job);
    Map<UUID, List<FoundPost>> posts = byJob(evidence.posts(), FoundPost::job);
    Notes notes = new Notes();
    for (JobHistory history : evidence.jobs()) {
      new JobCheck(
              evidence,
              calendar,
              history,
              rows.getOrDefault(history.job(), List.of()),
              posts.getOrDefault(history.job(), List.of()),
              notes)
          .check();
    }
    return notes.report();
  }

  private static <T> Map<UUID, List<T>> byJob(List<T> all, Function<T, UUID> job) {
    return all.stream().collect(Collectors.groupingBy(job));
  }

  /** What is written down on the way. */
  static final class Notes {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);

    void found(Finding finding) {
      findings.add(finding);
    }

    void ended(Ending ending) {
      endings.merge(ending, 1, Integer::sum);
    }

    Report report() {
      return new Report(List.copyOf(findings), Map.copyOf(endings));
    }
  }
}
