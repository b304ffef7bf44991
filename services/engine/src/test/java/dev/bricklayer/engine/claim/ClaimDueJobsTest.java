package dev.bricklayer.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.EngineTables;
import dev.bricklayer.engine.lease.Copy;
import dev.bricklayer.engine.lease.Lease;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Claims on a real database. */
class ClaimDueJobsTest {

  private static final String MINUTELY = "{\"cron\":\"* * * * *\",\"timeZone\":\"UTC\"}";

  private static final String YEARLY = "{\"cron\":\"0 0 1 1 *\",\"timeZone\":\"UTC\"}";

  private final EngineTables tables = EngineTables.fresh();
  private final Copy leader = Copy.on(tables, Duration.ofHours(1));
  private final ClaimDueJobs claims = claims(leader, 5_000);
  private Lease lease;

  ClaimDueJobsTest() {
    lease = leader.leases().take(0, leader.holder()).orElseThrow();
  }

  @AfterEach
  void close() {
    leader.close();
  }

  @Test
  void claimsWhatFallsDueWithinTheHorizon() {
    UUID soon = job("10 seconds", YEARLY);
    UUID later = job("20 seconds", MINUTELY);

    ClaimDueJobs.Batch batch = claims.claim(lease).orElseThrow();

    assertThat(batch.occurrences()).extracting(o -> o.jobId().value()).containsExactly(soon);
    assertThat(tables.ledger().states(soon)).containsExactly("READY");
    assertThat(tables.ledger().states(later)).isEmpty();
  }

  @Test
  void claimsAnOccurrenceOnce() {
    UUID job = job("1 second", YEARLY);
    assertThat(claims.claim(lease).orElseThrow().occurrences()).hasSize(1);
    assertThat(claims.claim(lease).orElseThrow().occurrences()).isEmpty();
    assertThat(tables.ledger().states(job)).containsExactly("READY");
  }

  @Test
  void claimsInBatchesUntilNothingIsLeft() {
    jobs(25, YEARLY);
    ClaimDueJobs small = claims(leader, 10);
    int claimed = 0;
    ClaimDueJobs.Batch batch;
    do {
      batch = small.claim(lease).orElseThrow();
      assertThat(batch.occurrences()).hasSizeLessThanOrEqualTo(10);
      claimed += batch.occurrences().size();
    } while (batch.more());
    assertThat(claimed).isEqualTo(25);
  }

  @Test
  void aDeposedLeaderClaimsNothing() {
    UUID job = job("1 second", MINUTELY);
    tables.ledger().jdbc().sql("update lease set epoch = epoch + 1").update();

    assertThat(claims.claim(lease)).isEmpty();

    assertThat(tables.ledger().states(job)).isEmpty();
    assertThat(due()).isOne();
  }

  @Test
  void aJobThatIsBeingChangedHoldsUpNobodyAndIsClaimedAfterwards() throws SQLException {
    UUID held = job("1 second", YEARLY);
    UUID free = job("2 seconds", YEARLY);
    try (Connection change = connection();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute("select from schedule where job_id = '" + held + "' for update");

      assertThat(claims.claim(lease).orElseThrow().occurrences())
          .extracting(o -> o.jobId().value())
          .containsExactly(free);
      change.rollback();
    }
    assertThat(claims.claim(lease).orElseThrow().occurrences())
        .extracting(o -> o.jobId().value())
        .containsExactly(held);
  }

  @Test
  void aRuleThatCannotBeReadStopsNobodyElse() {
    UUID broken = job("1 second", "{\"cron\":\"* * * * *\",\"timeZone\":\"Mars/Base\"}");
    UUID sound = job("1 second", YEARLY);

    assertThat(claims.claim(lease).orElseThrow().occurrences())
        .extracting(o -> o.jobId().value())
        .containsExactly(sound);
    assertThat(tables.ledger().states(broken)).isEmpty();
  }

  /** They stay unclaimed, so without care each batch would be filled with them again. */
  @Test
  void manyRulesThatCannotBeReadLeaveRoomForOthers() {
    for (int i = 0; i < 12; i++) {
      job("-30 seconds", "{\"cron\":\"* * * * *\",\"timeZone\":\"Mars/Base%d\"}".formatted(i));
    }
    UUID mended = job("-30 seconds", "{\"cron\":\"* * * * *\",\"timeZone\":\"Mars/Sea\"}");
    UUID sound = job("1 second", YEARLY);
    ClaimDueJobs small = claims(leader, 5);

    assertThat(claimedBy(small)).containsExactly(sound);

    tables
        .ledger()
        .jdbc()
        .sql("update schedule set rule = :rule where job_id = :job")
        .param("rule", YEARLY)
        .param("job", mended)
        .update();
    assertThat(claimedBy(small)).as("a changed rule is picked at once").containsExactly(mended);
  }

  private List<UUID> claimedBy(ClaimDueJobs claiming) {
    List<UUID> claimed = new ArrayList<>();
    ClaimDueJobs.Batch batch;
    do {
      batch = claiming.claim(lease).orElseThrow();
      batch.occurrences().forEach(each -> claimed.add(each.jobId().value()));
    } while (batch.more());
    return claimed;
  }

  @Test
  void aRunOfMissedInstantsIsOneRow() {
    UUID job = job("-10 minutes", MINUTELY);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> claims.claim(lease).orElseThrow().occurrences().isEmpty());
    List<String> states = tables.ledger().states(job);
    assertThat(states.getFirst()).isIn("MISSED(8)", "MISSED(9)");
    assertThat(states.subList(1, states.size())).containsOnly("READY").hasSizeBetween(1, 3);
  }

  @Test
  void anOccurrenceThatIsThereAlreadyKeepsItsState() {
    UUID job = job("1 second", MINUTELY);
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state)
            select job_id, bot_id, next_fire_at, shard, 'SENT' from schedule where job_id = :job
            """)
        .param("job", job)
        .update();
    claims.claim(lease);
    assertThat(tables.ledger().states(job)).containsExactly("SENT");
  }

  /** With and without statistics; and what is not due must not be read to find what is. */
  @Test
  void findsWhatIsDueByTheIndexAndInItsOrder() {
    jobs(2_000, YEARLY);
    far(100_000);
    assertThat(plan()).contains("schedule__due").doesNotContain("Seq Scan", "Sort");
    tables.ledger().jdbc().sql("analyze schedule").update();
    assertThat(plan()).contains("schedule__due").doesNotContain("Seq Scan", "Sort");
  }

  /** Nor may the second statement read the schedule from end to end. */
  @Test
  void writesByTheKeys() {
    jobs(2_000, YEARLY);
    far(100_000);
    tables.ledger().jdbc().sql("analyze schedule").update();
    long before = schedulesReadInSequence();
    assertThat(claimAll()).isEqualTo(2_000);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(schedulesRead()).isGreaterThan(2_000));
    assertThat(schedulesReadInSequence()).isEqualTo(before);
  }

  private int claimAll() {
    int claimed = 0;
    ClaimDueJobs.Batch batch;
    do {
      batch = claims.claim(lease).orElseThrow();
      claimed += batch.occurrences().size();
    } while (batch.more());
    return claimed;
  }

  private String plan() {
    return String.join(
        "\n",
        leader
            .database()
            .jdbc()
            .sql("explain " + ClaimStatements.PICK)
            .param("shard", 0)
            .param("horizonMillis", 12_000)
            .param("batch", 5_000)
            .query(String.class)
            .list());
  }

  private long schedulesReadInSequence() {
    return statistic("seq_tup_read");
  }

  private long schedulesRead() {
    return statistic("idx_scan");
  }

  private long statistic(String column) {
    return tables
        .ledger()
        .jdbc()
        .sql("select " + column + " from pg_stat_user_tables where relname = 'schedule'")
        .query(Long.class)
        .single();
  }

  private UUID job(String dueIn, String rule) {
    UUID job = UUID.randomUUID();
    tables
        .ledger()
        .jdbc()
        .sql(
            """
            with new_bot as (
              insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
              values (:job, :job, 'u', 'u', '{}')
            ), new_job as (
              insert into job (job_id, bot_id, revision, text, channel_id, channel_name,
                missed_rule, missed_within)
              values (:job, :job, 1, 'Hello', 'c', 'c', 'LATEST', interval '1 hour')
            )
            insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
            values (:job, :job, 0, now() + :due::interval, :rule)
            """)
        .param("job", job)
        .param("due", dueIn)
        .param("rule", rule)
        .update();
    return job;
  }

  /** Due within the horizon. */
  private void jobs(int count, String rule) {
    many(count, rule, "1 second");
  }

  /** Due in an hour and later. */
  private void far(int count) {
    many(count, MINUTELY, "1 hour");
  }

  private void many(int count, String rule, String dueIn) {
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
            select id, id, 0, now() + :due::interval + random() * interval '1 second', :rule from ids
            """)
        .param("count", count)
        .param("due", dueIn)
        .param("rule", rule)
        .update();
  }

  private long due() {
    return tables
        .ledger()
        .jdbc()
        .sql("select count(*) from schedule where next_fire_at < now() + interval '12 seconds'")
        .query(Long.class)
        .single();
  }

  private Connection connection() throws SQLException {
    return tables.ledger().connect();
  }

  private static ClaimDueJobs claims(Copy copy, int batch) {
    return new ClaimDueJobs(
        new ScheduleRepository(copy.database()),
        copy.leases(),
        new Rules(JsonMapper.shared()),
        new ClaimSettings(Duration.ofSeconds(12), batch, Duration.ofSeconds(60), 2_000),
        new SimpleMeterRegistry());
  }
}
