package dev.bricklayer.engine.run;

import dev.bricklayer.engine.ledger.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Instants in a row that were given up unheard, such as those of an outage. They are told with the
 * occurrence after them, by whoever decides about that one first: a taking, or a change that takes
 * it back.
 */
@Repository
public class MissedRuns {

  /**
   * The rows of those given up together that end right before each; of long runs, several. By the
   * primary key.
   */
  private static final String BEFORE =
      """
      select asked.number, run.first, run.last, run.count
      from unnest(:jobs, :plannedAt) with ordinality as asked (job_id, planned_at, number)
      cross join lateral (
        select min(missed_from) as first, max(planned_at) as last, sum(missed_count)::int as count
        from occurrence
        where job_id = asked.job_id and planned_at < asked.planned_at and missed_from is not null
          and planned_at > coalesce(
            (select max(planned_at) from occurrence
             where job_id = asked.job_id and planned_at < asked.planned_at
               and missed_from is null and not manual),
            '-infinity')
        having count(*) > 0
      ) as run
      """;

  private final JdbcClient jdbc;

  MissedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those right before these, by the one they stand before; most have none. */
  public Map<Occurrence, FinishedRun.Missed> before(List<Occurrence> occurrences) {
    Map<Occurrence, FinishedRun.Missed> runs = new HashMap<>();
    if (!occurrences.isEmpty()) {
      jdbc.sql(BEFORE)
          .param("jobs", array("uuid", occurrences, o -> o.jobId().value()))
          .param("plannedAt", array("timestamptz", occurrences, Occurrence::plannedAt))
          .query(
              row -> {
                Occurrence occurrence = occurrences.get(row.getInt("number") - 1);
                runs.put(occurrence, run(occurrence, row));
              });
    }
    return runs;
  }

  private static FinishedRun.Missed run(Occurrence after, ResultSet row) throws SQLException {
    OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
    return new FinishedRun.Missed(
        new Occurrence(after.jobId(), after.botId(), last.toInstant()),
        row.getObject("first", OffsetDateTime.class).toInstant(),
        row.getInt("count"));
  }

  private static SqlArrayValue array(
      String type, List<Occurrence> occurrences, Function<Occurrence, Object> column) {
    return new SqlArrayValue(type, occurrences.stream().map(column).toArray());
  }
}
