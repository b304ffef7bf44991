package dev.bricklayer.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.EngineTables;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One leads, and who was deposed writes nothing. */
class LeaseTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SHARD = 0;

  private final EngineTables tables = EngineTables.fresh();
  private final Copy one = Copy.on(tables, LONG);
  private final Copy fleeting = Copy.on(tables, SHORT);
  private final Copy other = Copy.on(tables, LONG);

  @AfterEach
  void close() {
    one.close();
    fleeting.close();
    other.close();
  }

  @Test
  void oneOfTwoLeads() {
    assertThat(take(one)).isPresent();
    assertThat(take(other)).isEmpty();
  }

  @Test
  void aLeaderThatIsNotHeardOfIsReplacedInTheNextEpoch() {
    Lease old = take(fleeting).orElseThrow();

    Lease next =
        await().atMost(PATIENCE).until(() -> take(other), Optional::isPresent).orElseThrow();

    assertThat(next.epoch()).isEqualTo(old.epoch() + 1);
    assertThat(fleeting.leases().renew(old)).isFalse();
    assertThat(other.leases().renew(next)).isTrue();
  }

  @Test
  void aSignOfLifeKeepsTheOthersAway() {
    Lease lease = take(one).orElseThrow();
    assertThat(one.leases().renew(lease)).isTrue();
    assertThat(take(other)).isEmpty();
  }

  /** A commit at each look would be four a second, for nothing. */
  @Test
  void aLeaderWithNothingToWriteAsksTheDatabaseOnlyNowAndThen() {
    AtomicLong nanos = new AtomicLong();
    try (Copy idle = Copy.on(tables, Duration.ofSeconds(2), nanos::get)) {
      Lease lease = take(idle).orElseThrow();
      assertThat(idle.leases().keep(lease)).isTrue();
      Object first = until();
      nanos.addAndGet(Duration.ofMillis(499).toNanos());
      assertThat(idle.leases().keep(lease)).isTrue();
      assertThat(until()).as("a quarter of the lease has not passed").isEqualTo(first);
      nanos.addAndGet(Duration.ofMillis(1).toNanos());
      assertThat(idle.leases().keep(lease)).isTrue();
      assertThat(until()).isNotEqualTo(first);
    }
  }

  @Test
  void aLeaderThatStoodStillAsksBeforeItGoesOn() {
    AtomicLong nanos = new AtomicLong();
    try (Copy frozen = Copy.on(tables, SHORT, nanos::get)) {
      Lease old = take(frozen).orElseThrow();
      assertThat(frozen.leases().renew(old)).isTrue();
      await().atMost(PATIENCE).until(() -> take(other).isPresent());
      nanos.addAndGet(SHORT.toNanos());
      assertThat(frozen.leases().keep(old)).isFalse();
    }
  }

  private Object until() {
    return tables
        .ledger()
        .jdbc()
        .sql("select until from lease where shard = 0")
        .query(OffsetDateTime.class)
        .single();
  }

  @Test
  void aLeaderThatStopsLetsAnotherLeadAtOnce() {
    one.leases().release(take(one).orElseThrow());
    assertThat(take(other)).isPresent();
  }

  @Test
  void whatADeposedLeaderWroteIsRolledBack() {
    Lease old = take(fleeting).orElseThrow();
    await().atMost(PATIENCE).until(() -> take(other).isPresent());

    Optional<Integer> written = fleeting.leases().fenced(old, () -> write(fleeting));

    assertThat(written).isEmpty();
    assertThat(marks()).isZero();
  }

  @Test
  void whatALeaderWroteStays() {
    Lease lease = take(one).orElseThrow();
    assertThat(one.leases().fenced(lease, () -> write(one))).contains(1);
    assertThat(marks()).isOne();
  }

  @Test
  void whoTakesItAgainIsFencedOffFromItsOwnPast() {
    Lease past = take(fleeting).orElseThrow();
    await().atMost(PATIENCE).until(() -> take(fleeting).isPresent());
    assertThat(fleeting.leases().fenced(past, () -> write(fleeting))).isEmpty();
    assertThat(marks()).isZero();
  }

  @Test
  void aLeaderThatFreezesInsideATransactionLosesItsLocks() {
    try (Copy frozen = Copy.on(tables, LONG, Duration.ofMillis(300))) {
      Lease lease = take(frozen).orElseThrow();
      assertThatThrownBy(() -> frozen.leases().fenced(lease, () -> writeAndFreeze(frozen)))
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
    }
    assertThat(marks()).isZero();
  }

  /** Stands still until PostgreSQL has ended the connection. */
  private int writeAndFreeze(Copy copy) {
    int rows = write(copy);
    await().atMost(PATIENCE).until(() -> openTransactionsOfLeaders() == 0);
    return rows;
  }

  private long openTransactionsOfLeaders() {
    return tables
        .ledger()
        .jdbc()
        .sql(
            """
            select count(*) from pg_stat_activity
            where application_name = 'engine-leader' and datname = current_database()
              and state like 'idle in transaction%'
            """)
        .query(Long.class)
        .single();
  }

  private static Optional<Lease> take(Copy copy) {
    return copy.leases().take(SHARD, copy.holder());
  }

  private static int write(Copy copy) {
    return copy.database().jdbc().sql("insert into lease (shard) values (77)").update();
  }

  private long marks() {
    return tables
        .ledger()
        .jdbc()
        .sql("select count(*) from lease where shard = 77")
        .query(Long.class)
        .single();
  }
}
