package dev.bricklayer.engine.claim;

import dev.bricklayer.engine.lease.LeaderDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Which shard a job stands in, on the leader's connection. */
@Repository
class SpreadRepository {

  /**
   * A page of the shard's jobs in the order of their keys; those of bots that belong elsewhere are
   * moved there. What is being changed at this moment is skipped: it stays, and fires from here.
   */
  private static final String MOVE =
      """
      with page as materialized (
        select job_id, shard_of(bot_id, shards) as home
        from schedule cross join sharding
        where shard = :shard and job_id > :after
        order by job_id
        limit :page
        for update of schedule skip locked
      ), moved as (
        update schedule
        set shard = page.home
        from page
        where schedule.job_id = page.job_id and page.home <> :shard
      )
      select job_id from page
      """;

  private static final String DONE =
      """
      update lease set spread_over = shards from sharding where shard = :shard
      """;

  private final LeaderDatabase database;

  SpreadRepository(LeaderDatabase database) {
    this.database = database;
  }

  /** The jobs that were looked at, in order. */
  List<UUID> move(int shard, UUID after, int page) {
    return database
        .jdbc()
        .sql(MOVE)
        .param("shard", shard)
        .param("after", after)
        .param("page", page)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  void done(int shard) {
    database.jdbc().sql(DONE).param("shard", shard).update();
  }
}
