package dev.bricklayer.engine.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Leases in rows. Only the database's clock is asked: what the copies' clocks say is no matter. */
@Repository
class LeaseRepository {

  /**
   * Whoever comes second waits for the row, sees the new {@code until} and takes nothing. The epoch
   * grows even when the last holder takes it again: what that one had under way is fenced off, too.
   */
  private static final String TAKE =
      """
      update lease
      set holder = :holder, epoch = epoch + 1,
          until = clock_timestamp() + :millis * interval '1 millisecond'
      where shard = :shard and until < clock_timestamp()
      returning epoch
      """;

  /**
   * The fence. No row says that somebody took over since. The row lock it takes lasts to the commit
   * that follows at once, so nobody can take over between the two.
   */
  private static final String EXTEND =
      """
      update lease
      set until = clock_timestamp() + :millis * interval '1 millisecond'
      where shard = :shard and holder = :holder and epoch = :epoch
      """;

  private static final String RELEASE =
      """
      update lease
      set until = '-infinity'
      where shard = :shard and holder = :holder and epoch = :epoch
      """;

  private final LeaderDatabase database;

  LeaseRepository(LeaderDatabase database) {
    this.database = database;
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
            .sql(EXTEND)
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
}
