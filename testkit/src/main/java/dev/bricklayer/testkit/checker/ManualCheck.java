package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.Finding.Contradiction;
import dev.bricklayer.testkit.checker.Finding.Doubled;
import dev.bricklayer.testkit.checker.Finding.Early;
import dev.bricklayer.testkit.checker.Finding.Missing;
import dev.bricklayer.testkit.checker.Finding.Unasked;
import dev.bricklayer.testkit.checker.Finding.Unsettled;
import dev.bricklayer.testkit.checker.LedgerRow.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for beside a job's schedule: posted once for each time that somebody asked, and
 * never without. What the schedule promises is no matter here.
 */
final class ManualCheck {

  private final Evidence evidence;
  private final JobHistory history;
  private final ManualRuns runs;
  private final List<FoundPost> posts;
  private final Checker.Notes notes;

  /**
   * @param runs of this job
   * @param posts of these runs
   */
  ManualCheck(
      Evidence evidence,
      JobHistory history,
      ManualRuns runs,
      List<FoundPost> posts,
      Checker.Notes notes) {
    this.evidence = evidence;
    this.history = history;
    this.runs = runs;
    this.posts = posts;
    this.notes = notes;
  }

  void check() {
    NavigableSet<Instant> instants = new TreeSet<>(runs.instants(history.job()));
    instants.stream().filter(evidence::covers).forEach(this::check);
  }

  private void check(Instant at) {
    LedgerRow row = runs.row(history.job(), at);
    boolean asked = runs.wasAsked(history.job(), at);
    List<FoundPost> found = posts.stream().filter(post -> post.plannedAt().equals(at)).toList();
    if (!asked) {
      notes.found(new Unasked(job(), at));
    }
    if (found.size() > 1) {
      notes.found(new Doubled(job(), at, ids(found)));
    }
    found.forEach(this::checkPost);
    if (row == null) {
      checkAbsence(at, found);
    } else {
      checkRow(row, found);
    }
  }

  private void checkPost(FoundPost post) {
    if (evidence.oneClock()
        && post.at().isBefore(post.plannedAt().truncatedTo(ChronoUnit.MILLIS))) {
      notes.found(new Early(job(), post.plannedAt(), post.at()));
    }
  }

  private void checkRow(LedgerRow row, List<FoundPost> found) {
    if (row.isUnderWay()) {
      notes.found(new Unsettled(job(), row.plannedAt(), row.state()));
    }
    boolean stands = found.stream().anyMatch(post -> post.id().equals(row.postId()));
    boolean right =
        switch (row.state()) {
          case SENT -> stands;
          case FAILED -> found.isEmpty();
          case READY, SENDING, RETRY, MISSED, SUPERSEDED, CANCELLED, UNKNOWN -> true;
        };
    if (!right) {
      contradiction(row.plannedAt(), row.state(), found);
    }
  }

  /** Whoever asks too often, or for what is gone, gets none; where that is told, it must be. */
  private void checkAbsence(Instant at, List<FoundPost> found) {
    if (!found.isEmpty()) {
      contradiction(at, null, found);
      return;
    }
    List<News> news = evidence.news();
    boolean gone =
        history.inForce(at, evidence.until()).stream()
            .anyMatch(version -> version.content() == null);
    if (news != null && !gone && news.stream().noneMatch(each -> isAbout(each, at))) {
      notes.found(new Missing(job(), at));
    }
  }

  private boolean isAbout(News news, Instant at) {
    return news.job().equals(job()) && news.plannedAt().equals(at);
  }

  private void contradiction(Instant at, @Nullable State state, List<FoundPost> found) {
    notes.found(new Contradiction(job(), at, state, ids(found)));
  }

  private static List<String> ids(List<FoundPost> found) {
    return found.stream().map(FoundPost::id).toList();
  }

  private UUID job() {
    return history.job();
  }
}
