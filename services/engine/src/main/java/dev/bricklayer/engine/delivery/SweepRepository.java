package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.lease.LeaderDatabase;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands still in the ledger, on the leader's connection. */
@Repository
class SweepRepository {

  private static final String ANYTHING =
      """
      select exists (select from occurrence where shard = :shard and look_at <= now())
      """;

  /**
   * Served by occurrence__under_way. Of the oldest, every bot's first comes first, so that a bot
   * with thousands does not hold up the others. A row that a sender has locked is looked at next
   * time. What is chosen is looked at again half a minute later, should nobody take it.
   */
  private static final String CHOOSE =
      """
      with still as (
        select job_id, planned_at, bot_id, look_at
        from occurrence
        where shard = :shard and look_at <= now()
        order by look_at
        limit :window
        for update skip locked
      ), queue as (
        select job_id, planned_at,
               row_number() over (partition by bot_id order by look_at) as turn, look_at
        from still
      ), chosen as (
        select job_id, planned_at from queue order by turn, look_at limit :batch
      )
      update occurrence
      set state = case state when 'RETRY' then 'READY' else state end,
          published_at = null, look_at = now() + interval '30 seconds'
      from chosen
      where occurrence.job_id = chosen.job_id and occurrence.planned_at = chosen.planned_at
      returning occurrence.job_id, occurrence.bot_id, occurrence.planned_at
      """;

  private static final int CANDIDATES = 10;

  private final JdbcClient jdbc;

  SweepRepository(LeaderDatabase database) {
    this.jdbc = database.jdbc();
  }

  boolean anything(int shard) {
    return jdbc.sql(ANYTHING).param("shard", shard).query(Boolean.class).single();
  }

  List<Occurrence> choose(int shard, int batch) {
    return jdbc.sql(CHOOSE)
        .param("shard", shard)
        .param("window", batch * CANDIDATES)
        .param("batch", batch)
        .query(
            (row, _) ->
                new Occurrence(
                    new JobId(row.getObject("job_id", UUID.class)),
                    new BotId(row.getObject("bot_id", UUID.class)),
                    row.getObject("planned_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
