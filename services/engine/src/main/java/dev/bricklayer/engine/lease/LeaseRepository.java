package dev.bricklayer.engine.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Leases in rows. Only the database's clock is asked: what the copies' clocks say is no matter. */
@Repository
class LeaseRepository {

  private static final String STANDINGS =
      """
      select shard, holder, wanted, spread_over <> shards as uneven,
             until >= clock_timestamp() as led,
             until + :patience * interval '1 millisecond' < clock_timestamp() as free
      from lease cross join sharding
      order by shard
      """;

  /**
   * Whoever comes second waits for the row, sees the new {@code until} and takes nothing. The epoch
   * grows even when the last holder takes it again: what that one had under way is fenced off, too.
   */
  private static final String TAKE =
      """
      update lease
      set holder = :holder, epoch = epoch + 1, wanted = false,
          until = clock_timestamp() + :millis * interval '1 millisecond'
      where shard = :shard and until < clock_timestamp()
      returning epoch
      """;

  private static final String RELEASE =
      """
      update lease
      set until = clock_timestamp(), wanted = false
      where shard = :shard and holder = :holder and epoch = :epoch
      """;

  private static final String ASK_FOR =
      """
      update lease set wanted = true where shard = :shard and not wanted
      """;

  /** What is there already stays: a shard that is one too many still has its jobs. */
  private static final String SPREAD_OVER =
      """
      with wished as (
        update sharding set shards = :shards where shards <> :shards returning shards
      )
      insert into lease (shard, spread_over)
      select shard, :shards from wished cross join generate_series(0, shards - 1) as shard
      on conflict do nothing
      """;

  private final LeaderDatabase database;

  LeaseRepository(LeaderDatabase database) {
    this.database = database;
  }

  List<Standing> standings(Duration patience) {
    return database
        .jdbc()
        .sql(STANDINGS)
        .param("patience", patience.toMillis())
        .query(
            (row, _) ->
                new Standing(
                    row.getInt("shard"),
                    row.getObject("holder", UUID.class),
                    row.getBoolean("free"),
                    row.getBoolean("led"),
                    row.getBoolean("wanted"),
                    row.getBoolean("uneven")))
        .list();
  }

  Optional<Lease> take(int shard, UUID holder, Duration duration) {
    return database
        .jdbc()
        .sql(TAKE)
        .param("shard", shard)
        .param("holder", holder)
        .param("millis", duration.toMillis())
        .query(Long.class)
        .optional()
        .map(epoch -> new Lease(shard, holder, epoch));
  }

  boolean extend(Lease lease, Duration duration) {
    return database
            .jdbc()
            .sql(Leases.FENCE)
            .param("millis", duration.toMillis())
            .param("shard", lease.shard())
            .param("holder", lease.holder())
            .param("epoch", lease.epoch())
            .update()
        == 1;
  }

  void release(Lease lease) {
    database
        .jdbc()
        .sql(RELEASE)
        .param("shard", lease.shard())
        .param("holder", lease.holder())
        .param("epoch", lease.epoch())
        .update();
  }

  void askFor(int shard) {
    database.jdbc().sql(ASK_FOR).param("shard", shard).update();
  }

  void spreadOver(int shards) {
    database.jdbc().sql(SPREAD_OVER).param("shards", shards).update();
  }
}
