package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.Report.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges what the engine did. From the history of the jobs it reckons what should have become of
 * each instant, and holds the ledger and the posts against it: nothing missing, nothing doubled,
 * nothing early, nothing that was taken back, and nothing skipped without a word; what people asked
 * for beside the schedule as often as they asked; and each end told once.
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
    Map<UUID, List<News>> news =
        byJob(evidence.news() == null ? List.<News>of() : evidence.news(), News::job);
    Notes notes = new Notes();
    for (JobHistory history : evidence.jobs()) {
      UUID job = history.job();
      List<LedgerRow> scheduled = rows.getOrDefault(job, List.of());
      check(evidence, calendar, history, scheduled, posts.getOrDefault(job, List.of()), notes);
      if (evidence.news() != null) {
        List<LedgerRow> all =
            Stream.concat(scheduled.stream(), evidence.manual().rows(job)).toList();
        new NewsCheck(evidence, history, all, news.getOrDefault(job, List.of()), notes).check();
      }
    }
    return notes.report();
  }

  /** What was asked for beside the schedule, apart from what the schedule promises. */
  private static void check(
      Evidence evidence,
      Calendar calendar,
      JobHistory history,
      List<LedgerRow> scheduled,
      List<FoundPost> posts,
      Notes notes) {
    Set<Instant> besides = evidence.manual().instants(history.job());
    List<FoundPost> manual =
        posts.stream().filter(post -> besides.contains(post.plannedAt())).toList();
    List<FoundPost> others =
        posts.stream().filter(post -> !besides.contains(post.plannedAt())).toList();
    new JobCheck(evidence, calendar, history, scheduled, others, notes).check();
    new ManualCheck(evidence, history, evidence.manual(), manual, notes).check();
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
