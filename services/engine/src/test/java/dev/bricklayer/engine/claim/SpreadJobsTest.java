package dev.bricklayer.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.lease.Copy;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.lease.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another number of shards, on a real database. */
class SpreadJobsTest {

  private static final int JOBS = 4_500;

  private final EngineTables tables = EngineTables.fresh();
  private final Copy leader = Copy.on(tables, Duration.ofHours(1), 3);
  private final SpreadJobs spreader =
      new SpreadJobs(new SpreadRepository(leader.database()), leader.leases());
  private final Lease lease;

  SpreadJobsTest() {
    lease = leader.leases().take(0, leader.holder()).orElseThrow();
    jobs();
    leader.leases().spread();
  }

  @AfterEach
  void close() {
    leader.close();
  }

  @Test
  void aNewShardHasALeaseThatAnybodyMayTake() {
    assertThat(leader.leases().standings(0)).extracting(Standing::shard).containsExactly(0, 1, 2);
    assertThat(leader.leases().take(2, leader.holder())).isPresent();
  }

  @Test
  void movesEachJobToItsBotsShardPageByPage() {
    assertThat(walk()).isEqualTo(3);
    assertThat(misplaced()).isZero();
    assertThat(sizes()).hasSize(3).allSatisfy(size -> assertThat(size).isGreaterThan(JOBS / 5L));
    assertThat(leader.leases().standings(0)).extracting(Standing::uneven).containsOnly(false);
  }

  @Test
  void aDeposedLeaderMovesNothing() {
    tables.ledger().jdbc().sql("update lease set epoch = epoch + 1").update();
    assertThat(spreader.step(lease, SpreadJobs.BEGINNING)).isEmpty();
    assertThat(sizes()).hasSize(1);
  }

  @Test
  void whatIsBeingChangedHoldsUpNobodyAndStays() throws SQLException {
    try (Connection change = tables.ledger().connect();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute(
          "select from schedule where shard_of(bot_id, 3::smallint) = 1 limit 1 for update");
      walk();
      change.rollback();
    }
    assertThat(misplaced()).isOne();
  }

  /** How many pages it took. */
  private int walk() {
    int pages = 0;
    UUID after = SpreadJobs.BEGINNING;
    do {
      after = Optional.of(after).flatMap(last -> spreader.step(lease, last)).orElseThrow();
      pages++;
    } while (!after.equals(SpreadJobs.BEGINNING));
    return pages;
  }

  private long misplaced() {
    return tables
        .ledger()
        .jdbc()
        .sql("select count(*) from schedule, sharding where shard <> shard_of(bot_id, shards)")
        .query(Long.class)
        .single();
  }

  private List<Long> sizes() {
    return tables
        .ledger()
        .jdbc()
        .sql("select count(*) from schedule group by shard")
        .query(Long.class)
        .list();
  }

  private void jobs() {
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            with ids as materialized (select gen_random_uuid() as id from generate_series(1, :count)),
            new_bot as (
              insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
              select id, id, 'u', 'u', '{}' from ids
            ), new_job as (
              insert into job (job_id, bot_id, revision, text, channel_id, channel_name,
                missed_rule, missed_within)
              select id, id, 1, 'Hello', 'c', 'c', 'LATEST', interval '1 hour' from ids
            )
            insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
            select id, id, 0, now() + interval '1 day', '' from ids
            """)
        .param("count", JOBS)
        .update();
  }
}
