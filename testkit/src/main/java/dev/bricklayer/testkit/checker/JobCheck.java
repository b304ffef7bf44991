package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.Finding.Contradiction;
import dev.bricklayer.testkit.checker.Finding.Doubled;
import dev.bricklayer.testkit.checker.Finding.Early;
import dev.bricklayer.testkit.checker.Finding.Late;
import dev.bricklayer.testkit.checker.Finding.Miscounted;
import dev.bricklayer.testkit.checker.Finding.Missing;
import dev.bricklayer.testkit.checker.Finding.Unexplained;
import dev.bricklayer.testkit.checker.Finding.Unsettled;
import dev.bricklayer.testkit.checker.Finding.Unwanted;
import dev.bricklayer.testkit.checker.Finding.WrongChannel;
import dev.bricklayer.testkit.checker.Finding.WrongText;
import dev.bricklayer.testkit.checker.JobHistory.Version;
import dev.bricklayer.testkit.checker.Report.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One job, instant by instant. */
final class JobCheck {

  /** What was not claimed so long after its instant is missed. */
  private static final Duration LATE_AFTER = Duration.ofSeconds(60);

  /** A change may take back what fell due so shortly before it that nobody had written it down. */
  private static final Duration UNNOTICED = Duration.ofSeconds(60);

  private static final String LATE_NOTE = "\n\n_Late:";

  private final Evidence evidence;
  private final Calendar calendar;
  private final JobHistory history;
  private final Map<Instant, LedgerRow> rows = new HashMap<>();
  private final List<LedgerRow> runs;
  private final Map<Instant, List<FoundPost>> posts;
  private final Checker.Notes notes;

  JobCheck(
      Evidence evidence,
      Calendar calendar,
      JobHistory history,
      List<LedgerRow> ledger,
      List<FoundPost> posts,
      Checker.Notes notes) {
    this.evidence = evidence;
    this.calendar = calendar;
    this.history = history;
    ledger.stream().filter(row -> !row.isRun()).forEach(row -> rows.put(row.plannedAt(), row));
    this.runs = ledger.stream().filter(LedgerRow::isRun).toList();
    this.posts = posts.stream().collect(Collectors.groupingBy(FoundPost::plannedAt));
    this.notes = notes;
  }

  void check() {
    instants().forEach(this::check);
    runs.forEach(this::checkCount);
  }

  /** All that was due at some time, all that the ledger knows and all that was posted. */
  private NavigableSet<Instant> instants() {
    NavigableSet<Instant> instants = new TreeSet<>();
    for (Version version : history.versions()) {
      if (version.content() != null) {
        instants.addAll(calendar.of(version.content().due()));
      }
    }
    rows.keySet().stream().filter(calendar::covers).forEach(instants::add);
    posts.keySet().stream().filter(calendar::covers).forEach(instants::add);
    return instants;
  }

  /** Whether something was to become of an instant. */
  private enum Due {
    CERTAINLY,
    /** A change was under way just then: either is right. */
    PERHAPS,
    NEVER
  }

  private Due due(Instant at) {
    List<Version> versions = history.inForce(at, at);
    long having = versions.stream().filter(version -> calendar.has(version, at)).count();
    if (having == 0) {
      return Due.NEVER;
    }
    return having == versions.size() ? Due.CERTAINLY : Due.PERHAPS;
  }

  private void check(Instant at) {
    LedgerRow row = rowOf(at);
    Due due = due(at);
    List<FoundPost> found = posts.getOrDefault(at, List.of());
    found.forEach(post -> checkPost(post, row));
    if (found.size() > 1) {
      notes.found(new Doubled(job(), at, ids(found)));
    }
    if (!found.isEmpty() && due == Due.NEVER) {
      notes.found(new Unwanted(job(), at));
    }
    if (contradicts(at, row, found)) {
      notes.found(new Contradiction(job(), at, row == null ? null : row.state(), ids(found)));
    }
    checkEnding(at, row, due);
  }

  private @Nullable LedgerRow rowOf(Instant at) {
    LedgerRow own = rows.get(at);
    return own != null ? own : runs.stream().filter(run -> run.covers(at)).findFirst().orElse(null);
  }

  private boolean contradicts(Instant at, @Nullable LedgerRow row, List<FoundPost> found) {
    if (!found.isEmpty() && runs.stream().anyMatch(run -> run.covers(at))) {
      return true;
    }
    if (row == null) {
      return !found.isEmpty();
    }
    return switch (row.state()) {
      case SENT -> found.stream().noneMatch(post -> post.id().equals(row.postId()));
      case MISSED, SUPERSEDED, CANCELLED, FAILED -> !found.isEmpty();
      case READY, SENDING, RETRY, UNKNOWN -> false;
    };
  }

  private void checkPost(FoundPost post, @Nullable LedgerRow row) {
    Instant at = post.plannedAt();
    if (evidence.oneClock() && post.at().isBefore(at.truncatedTo(ChronoUnit.MILLIS))) {
      notes.found(new Early(job(), at, post.at()));
    }
    Duration latest = evidence.latest();
    if (latest != null && post.at().isAfter(at.plus(latest))) {
      notes.found(new Late(job(), at, post.at()));
    }
    Instant taken = row == null || row.takenAt() == null ? at : row.takenAt();
    checkWords(post, taken.isAfter(at) ? taken : at);
  }

  /** What it says was read when it was taken, or later. */
  private void checkWords(FoundPost post, Instant taken) {
    Instant until = post.at().isAfter(taken) ? post.at() : taken;
    List<Version> speaking =
        history.inForce(taken, until).stream().filter(v -> v.content() != null).toList();
    Set<String> texts = all(speaking, Content::text);
    if (texts.stream().noneMatch(text -> says(post.message(), text))) {
      notes.found(new WrongText(job(), post.plannedAt(), post.message(), texts));
    }
    Set<String> channels = all(speaking, Content::channelId);
    if (!channels.contains(post.channelId())) {
      notes.found(new WrongChannel(job(), post.plannedAt(), post.channelId(), channels));
    }
  }

  private static Set<String> all(List<Version> versions, Function<Content, String> part) {
    return versions.stream().map(v -> part.apply(v.said())).collect(Collectors.toSet());
  }

  private static boolean says(String message, String text) {
    return message.equals(text) || message.startsWith(text + LATE_NOTE);
  }

  private void checkEnding(Instant at, @Nullable LedgerRow row, Due due) {
    if (row == null) {
      checkAbsence(at, due);
      return;
    }
    Instant taken = row.takenAt();
    if (taken != null && taken.isBefore(at)) {
      notes.found(new Early(job(), at, taken));
    }
    switch (row.state()) {
      case READY, SENDING, RETRY -> notes.found(new Unsettled(job(), at, row.state()));
      case SENT -> notes.ended(Ending.POSTED);
      case MISSED -> ended(at, row, Ending.SKIPPED, isRightlySkipped(at, row));
      case SUPERSEDED, CANCELLED -> ended(at, row, Ending.TAKEN_BACK, isTakenBack(at, end(row)));
      case FAILED -> ended(at, row, Ending.FAILED, row.reason() != null);
      case UNKNOWN -> ended(at, row, Ending.UNKNOWN, row.reason() != null);
    }
  }

  private void ended(Instant at, LedgerRow row, Ending ending, boolean explained) {
    notes.ended(ending);
    if (!explained) {
      notes.found(new Unexplained(job(), at, row.state()));
    }
  }

  private void checkAbsence(Instant at, Due due) {
    if (due != Due.CERTAINLY) {
      return;
    }
    if (isTakenBack(at, at.plus(UNNOTICED))) {
      notes.ended(Ending.TAKEN_BACK);
    } else {
      notes.ended(Ending.NOTHING);
      notes.found(new Missing(job(), at));
    }
  }

  /** By the instant or later, until it ended, a version was in force that lacks it. */
  private boolean isTakenBack(Instant at, Instant until) {
    Instant end = until.isBefore(at) ? at : until;
    return history.inForce(at, end).stream().anyMatch(version -> !calendar.has(version, at));
  }

  private boolean isRightlySkipped(Instant at, LedgerRow row) {
    return history.inForce(at, end(row)).stream()
        .filter(version -> version.content() != null)
        .anyMatch(version -> isRightlySkipped(at, end(row), version.said()));
  }

  private static boolean isRightlySkipped(Instant at, Instant end, Content content) {
    boolean overtaken = !content.due().between(at.plusNanos(1), end.plusNanos(1)).isEmpty();
    Duration age = Duration.between(at, end);
    boolean tooOld = age.compareTo(content.missed().within()) > 0;
    if (!overtaken && age.compareTo(LATE_AFTER) < 0) {
      return false;
    }
    return switch (content.missed().rule()) {
      case LATEST -> tooOld || overtaken;
      case EACH -> tooOld;
      case SKIP -> true;
    };
  }

  private void checkCount(LedgerRow run) {
    Instant first = run.missedFrom();
    if (first == null || !calendar.covers(first) || !calendar.covers(run.plannedAt())) {
      return;
    }
    Set<Integer> due =
        history.inForce(first, end(run)).stream()
            .filter(version -> version.content() != null)
            .map(v -> calendar.of(v.said().due()).subSet(first, true, run.plannedAt(), true).size())
            .collect(Collectors.toSet());
    if (!due.contains(run.count())) {
      notes.found(new Miscounted(job(), run.plannedAt(), run.count(), due));
    }
  }

  private static Instant end(LedgerRow row) {
    return row.finalAt() == null ? row.plannedAt() : row.finalAt();
  }

  private UUID job() {
    return history.job();
  }

  private static List<String> ids(List<FoundPost> found) {
    return found.stream().map(FoundPost::id).toList();
  }
}
