package dev.bricklayer.engine.publish;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What the ledger says about publishing. */
@Repository
class PublishedRepository {

  /**
   * In bulk: a commit for each would cost more than the publishing. Found by the primary key; no
   * index holds published_at, so no index is written. What delivery has in hand needs no mark, so
   * nobody is waited for.
   */
  private static final String MARK =
      """
      with ready as (
        select occurrence.job_id, occurrence.planned_at
        from unnest(:jobs, :plannedAt) as published (job_id, planned_at)
        join occurrence using (job_id, planned_at)
        where occurrence.state = 'READY'
        for update of occurrence skip locked
      )
      update occurrence
      set published_at = now()
      from ready
      where occurrence.job_id = ready.job_id and occurrence.planned_at = ready.planned_at
      """;

  /** Served by occurrence__under_way: only what is not final is read. */
  private static final String UNPUBLISHED =
      """
      select job_id, bot_id, planned_at
      from occurrence
      where shard = :shard and look_at is not null and state = 'READY' and published_at is null
      """;

  private final JdbcClient jdbc;

  PublishedRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void mark(List<Occurrence> published) {
    jdbc.sql(MARK)
        .param(
            "jobs",
            new SqlArrayValue("uuid", published.stream().map(o -> o.jobId().value()).toArray()))
        .param(
            "plannedAt",
            new SqlArrayValue(
                "timestamptz", published.stream().map(Occurrence::plannedAt).toArray()))
        .update();
  }

  List<Occurrence> unpublished(int shard) {
    return jdbc.sql(UNPUBLISHED)
        .param("shard", shard)
        .query(
            (row, _) ->
                new Occurrence(
                    new JobId(row.getObject("job_id", UUID.class)),
                    new BotId(row.getObject("bot_id", UUID.class)),
                    row.getObject("planned_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
