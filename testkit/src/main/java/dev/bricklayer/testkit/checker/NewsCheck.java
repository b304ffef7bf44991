package dev.bricklayer.testkit.checker;

import dev.bricklayer.testkit.checker.Finding.ToldTwice;
import dev.bricklayer.testkit.checker.Finding.ToldWrongly;
import dev.bricklayer.testkit.checker.Finding.Untold;
import dev.bricklayer.testkit.checker.LedgerRow.State;
import dev.bricklayer.testkit.checker.News.Word;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was told of one job's occurrences: of each that is final, and was not taken back, once, and
 * as the ledger has it.
 */
final class NewsCheck {

  private final Evidence evidence;
  private final JobHistory history;
  private final TreeMap<Instant, LedgerRow> rows = new TreeMap<>();
  private final List<News> news;
  private final Checker.Notes notes;

  /**
   * @param rows of this job, those beside its schedule included
   * @param news of this job
   */
  NewsCheck(
      Evidence evidence,
      JobHistory history,
      List<LedgerRow> rows,
      List<News> news,
      Checker.Notes notes) {
    this.evidence = evidence;
    this.history = history;
    rows.forEach(row -> this.rows.put(row.plannedAt(), row));
    this.news = news;
    this.notes = notes;
  }

  void check() {
    rows.values().stream()
        .filter(row -> evidence.covers(row.first()) && evidence.covers(row.plannedAt()))
        .filter(row -> row.state().isTold())
        .forEach(this::checkRow);
    news.stream().filter(each -> evidence.covers(each.plannedAt())).forEach(this::checkNews);
  }

  private void checkRow(LedgerRow row) {
    long told = news.stream().filter(each -> each.covers(row)).count();
    if (told == 0 && !isNobodysAnyMore(row)) {
      notes.found(new Untold(job(), row.plannedAt(), row.state()));
    }
    if (told > 1) {
      notes.found(new ToldTwice(job(), row.plannedAt(), told));
    }
  }

  /**
   * Whoever deleted the job is told nothing of what nobody will find out; and a run of missed
   * instants is told with what comes after it, unless a change took that back.
   */
  private boolean isNobodysAnyMore(LedgerRow row) {
    return switch (row.state()) {
      case UNKNOWN -> isSilent();
      case MISSED -> row.isRun() && (isSilent() || nextWasTakenBack(row));
      case READY, SENDING, RETRY, SENT, SUPERSEDED, CANCELLED, FAILED -> false;
    };
  }

  private boolean isSilent() {
    return history.inForce(evidence.until(), evidence.until()).stream()
        .anyMatch(version -> version.content() == null);
  }

  private boolean nextWasTakenBack(LedgerRow row) {
    var next = rows.higherEntry(row.plannedAt());
    return next != null && next.getValue().state().isTakenBack();
  }

  private void checkNews(News told) {
    LedgerRow row = rows.get(told.plannedAt());
    State state = row == null ? null : row.state();
    boolean right =
        switch (told.word()) {
          case Word.Posted(var post) ->
              row != null && state == State.SENT && post.equals(row.postId());
          case Word.Missed(var _, var count) -> count == missed(told);
          case Word.Undeliverable(var maybe, var _) ->
              row == null ? told.manual() : state == (maybe ? State.UNKNOWN : State.FAILED);
        };
    if (!right) {
      notes.found(new ToldWrongly(job(), told.plannedAt(), state, told.word()));
    }
  }

  private int missed(News told) {
    return rows.values().stream().filter(told::covers).mapToInt(LedgerRow::count).sum();
  }

  private UUID job() {
    return history.job();
  }
}
