package dev.bricklayer.testkit.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the checker is given.
 *
 * @param from occurrences from here on are looked at
 * @param until and before here; all of them should be final
 * @param latest how late a post may be; null where parts were away and no bound holds
 * @param oneClock whether Mattermost's clock is the database's, so that posts tell of earliness
 * @param ledger rows of these jobs; others are not looked at
 * @param posts of these jobs; others are not looked at
 * @param manual runs beside the schedules; nobody looked for any where there are none
 * @param news what was told of these jobs; null where nobody listened
 */
public record Evidence(
    Instant from,
    Instant until,
    @Nullable Duration latest,
    boolean oneClock,
    List<JobHistory> jobs,
    List<LedgerRow> ledger,
    List<FoundPost> posts,
    ManualRuns manual,
    @Nullable List<News> news) {

  /** Without a bound on lateness. */
  public static Evidence between(
      Instant from,
      Instant until,
      List<JobHistory> jobs,
      List<LedgerRow> ledger,
      List<FoundPost> posts) {
    return new Evidence(from, until, null, true, jobs, ledger, posts, ManualRuns.NONE, null);
  }

  /** Nothing is to be later than this. */
  public Evidence atMostLate(Duration bound) {
    return new Evidence(from, until, bound, oneClock, jobs, ledger, posts, manual, news);
  }

  /** The database's clock was set: only what the database wrote tells of earliness. */
  public Evidence clocksApart() {
    return new Evidence(from, until, latest, false, jobs, ledger, posts, manual, news);
  }

  /** What people asked for beside the schedules, and what the ledger has of it. */
  public Evidence besides(List<Asked> asked, List<LedgerRow> rows) {
    return new Evidence(
        from, until, latest, oneClock, jobs, ledger, posts, new ManualRuns(asked, rows), news);
  }

  /** All that was told: then of each end it is to be told once. */
  public Evidence told(List<News> all) {
    return new Evidence(from, until, latest, oneClock, jobs, ledger, posts, manual, all);
  }

  boolean covers(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
