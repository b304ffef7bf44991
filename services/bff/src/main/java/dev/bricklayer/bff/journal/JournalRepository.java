package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalRepository {

  /** What is final stays so: the first word counts. */
  private static final String KEEP =
      """
      insert into journal_entry
             (job_id, planned_at, occurrence, outcome, at, post_id, code, reason,
              missed_from, missed_count, manual)
      values (:job, :plannedAt, :id, :outcome, :at, :post, :code, :reason,
              :missedFrom, :missedCount, :manual)
      on conflict do nothing
      """;

  /** By the primary key, which has the entries of a job in their order. */
  private static final String KEEP_THE_LAST =
      """
      delete from journal_entry
      where job_id = :job
        and planned_at <= (
          select planned_at from journal_entry
          where job_id = :job
          order by planned_at desc
          offset :most limit 1)
      """;

  private static final String LAST =
      """
      select *
      from journal_entry
      where job_id = :job
        and planned_at < coalesce(
          (select planned_at from journal_entry where job_id = :job and occurrence = :after),
          'infinity')
      order by planned_at desc
      limit :most
      """;

  /** Served by journal_entry__at. */
  private static final String FORGET =
      """
      delete from journal_entry where at < now() - :days * interval '1 day'
      """;

  private final JdbcClient jdbc;
  private final JournalSettings settings;

  JournalRepository(JdbcClient jdbc, JournalSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Keeps what became of an occurrence, and as many before it as the settings say. */
  void keep(JobId job, Entry entry) {
    Entry.Missed missed = entry.missed();
    RefusalCode code = entry.code();
    jdbc.sql(KEEP)
        .param("job", job.value())
        .param("plannedAt", utc(entry.plannedAt()))
        .param("id", entry.id())
        .param("outcome", entry.outcome().name())
        .param("at", utc(entry.at()))
        .param("post", entry.postId())
        .param("code", code == null ? null : code.name())
        .param("reason", entry.reason())
        .param("missedFrom", missed == null ? null : utc(missed.first()))
        .param("missedCount", missed == null ? null : missed.count())
        .param("manual", entry.manual())
        .update();
    jdbc.sql(KEEP_THE_LAST).param("job", job.value()).param("most", settings.entries()).update();
  }

  /**
   * The last ones, the latest first.
   *
   * @param after the one they come before; the latest where there is no such
   */
  List<Entry> last(JobId job, Optional<UUID> after, int most) {
    return jdbc.sql(LAST)
        .param("job", job.value())
        .param("after", after.orElse(null))
        .param("most", most)
        .query((row, _) -> entry(row))
        .list();
  }

  /** Forgets what is too old, of jobs that are gone as well. */
  int forgetOld() {
    return jdbc.sql(FORGET).param("days", settings.keep().toDays()).update();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String code = row.getString("code");
    OffsetDateTime first = row.getObject("missed_from", OffsetDateTime.class);
    return new Entry(
        row.getObject("occurrence", UUID.class),
        instant(row, "planned_at"),
        RunState.Outcome.valueOf(row.getString("outcome")),
        instant(row, "at"),
        row.getString("post_id"),
        code == null ? null : RefusalCode.valueOf(code),
        row.getString("reason"),
        first == null ? null : new Entry.Missed(first.toInstant(), row.getInt("missed_count")),
        row.getBoolean("manual"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
