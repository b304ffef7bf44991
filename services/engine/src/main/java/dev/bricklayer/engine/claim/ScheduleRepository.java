package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.engine.lease.LeaderDatabase;
import dev.bricklayer.engine.ledger.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The schedule as the leader sees it. */
@Repository
class ScheduleRepository {

  /** Served by schedule__due: the first entry says it. */
  private static final String ANYTHING_DUE =
      """
      select exists (
        select from schedule
        where shard = :shard and next_fire_at < now() + :horizonMillis * interval '1 millisecond')
      """;

  /** By the wall clock, not the transaction's: what fell due while it ran counts as well. */
  private static final String OVERDUE =
      """
      select job_id, bot_id, next_fire_at, rule, clock_timestamp() as picked_at, shard
      from schedule
      where job_id = :job and next_fire_at <= clock_timestamp()
      """;

  private static final String MISSED_RULE =
      """
      select missed_rule, extract(epoch from missed_within)::bigint as within_seconds
      from job
      where job_id = :job
      """;

  private final JdbcClient jdbc;

  @Autowired
  ScheduleRepository(LeaderDatabase database) {
    this(database.jdbc());
  }

  ScheduleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A job whose next instant is past, and the shard it is in. */
  record Overdue(DueJob job, int shard) {}

  /**
   * Whether anything falls due so soon; asked without a lock, for most of the time nothing does.
   */
  boolean anythingDue(int shard, Duration horizon) {
    return jdbc.sql(ANYTHING_DUE)
        .param("shard", shard)
        .param("horizonMillis", horizon.toMillis())
        .query(Boolean.class)
        .single();
  }

  /**
   * Locks what falls due so soon, the earliest first, without those that have one of these rules.
   */
  List<DueJob> pick(int shard, Duration horizon, int batch, Set<String> unreadable) {
    JdbcClient.StatementSpec pick =
        unreadable.isEmpty()
            ? jdbc.sql(ClaimStatements.PICK)
            : jdbc.sql(ClaimStatements.PICK_PAST)
                .param("unreadable", new SqlArrayValue("text", unreadable.toArray()));
    return pick.param("shard", shard)
        .param("horizonMillis", horizon.toMillis())
        .param("batch", batch)
        .query((row, _) -> due(row))
        .list();
  }

  Optional<Overdue> overdue(JobId job) {
    return jdbc.sql(OVERDUE)
        .param("job", job.value())
        .query((row, _) -> new Overdue(due(row), row.getInt("shard")))
        .optional();
  }

  Missed missedRule(JobId job) {
    return jdbc.sql(MISSED_RULE)
        .param("job", job.value())
        .query(
            (row, _) ->
                new Missed(
                    Missed.Rule.valueOf(row.getString("missed_rule")),
                    Duration.ofSeconds(row.getLong("within_seconds"))))
        .single();
  }

  void write(int shard, List<Claim> claims, Duration lookAfter) {
    Rows rows = new Rows();
    claims.forEach(rows::add);
    jdbc.sql(ClaimStatements.WRITE)
        .param("shard", shard)
        .param("lookMillis", lookAfter.toMillis())
        .param("jobs", BinaryArray.ofUuids(rows.jobs))
        .param("bots", BinaryArray.ofUuids(rows.bots))
        .param("plannedAt", BinaryArray.ofInstants(rows.plannedAt))
        .param("late", array("boolean", rows.late))
        .param("missedFrom", BinaryArray.ofInstants(rows.missedFrom))
        .param("missedCount", array("int4", rows.missedCount))
        .param(
            "dueJobs",
            BinaryArray.ofUuids(claims.stream().map(c -> c.job().jobId().value()).toList()))
        .param("dueNext", BinaryArray.ofInstants(nexts(claims)))
        .update();
  }

  private static List<@Nullable Instant> nexts(List<Claim> claims) {
    List<@Nullable Instant> nexts = new ArrayList<>(claims.size());
    claims.forEach(claim -> nexts.add(claim.next()));
    return nexts;
  }

  private static DueJob due(ResultSet row) throws SQLException {
    return new DueJob(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getString("rule"),
        row.getObject("next_fire_at", OffsetDateTime.class).toInstant(),
        row.getObject("picked_at", OffsetDateTime.class).toInstant());
  }

  private static SqlArrayValue array(String type, List<? extends @Nullable Object> values) {
    return new SqlArrayValue(type, values.toArray());
  }

  /** The ledger's new rows, column by column. */
  private static final class Rows {

    private final List<UUID> jobs = new ArrayList<>();
    private final List<UUID> bots = new ArrayList<>();
    private final List<@Nullable Instant> plannedAt = new ArrayList<>();
    private final List<Boolean> late = new ArrayList<>();
    private final List<@Nullable Instant> missedFrom = new ArrayList<>();
    private final List<@Nullable Integer> missedCount = new ArrayList<>();

    void add(Claim claim) {
      MissedRun run = claim.missed();
      if (run != null) {
        add(claim.job(), run.last(), true, run.first(), run.count());
      }
      for (Occurrence occurrence : claim.fire()) {
        add(claim.job(), occurrence.plannedAt(), claim.late(), null, null);
      }
    }

    private void add(
        DueJob job, Instant at, boolean isLate, @Nullable Instant from, @Nullable Integer count) {
      jobs.add(job.jobId().value());
      bots.add(job.botId().value());
      plannedAt.add(at);
      late.add(isLate);
      missedFrom.add(from);
      missedCount.add(count);
    }
  }
}
