package dev.bricklayer.engine.publish;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
   * nobody is waited for. The bounds spare the ledger's other days.
   */
  private static final String MARK =
      """
      with ready as (
        select occurrence.job_id, occurrence.planned_at
        from unnest(:jobs, :plannedAt) as published (job_id, planned_at)
        join occurrence using (job_id, planned_at)
        where occurrence.state = 'READY'
          and occurrence.planned_at between :earliest and :latest
        for update of occurrence skip locked
      )
      update occurrence
      set published_at = now()
      from ready
      where occurrence.job_id = ready.job_id and occurrence.planned_at = ready.planned_at
        and occurrence.planned_at between :earliest and :latest
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
    List<Instant> sorted = published.stream().map(Occurrence::plannedAt).sorted().toList();
    jdbc.sql(MARK)
        .param(
            "jobs",
            new SqlArrayValue("uuid", published.stream().map(o -> o.jobId().value()).toArray()))
        .param(
            "plannedAt",
            new SqlArrayValue(
                "timestamptz", published.stream().map(Occurrence::plannedAt).toArray()))
        .param("earliest", sorted.getFirst().atOffset(ZoneOffset.UTC))
        .param("latest", sorted.getLast().atOffset(ZoneOffset.UTC))
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
