package dev.bricklayer.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine's tables as a test sees and fills them, past the engine. */
public final class Ledger {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DatabaseAccess access;
  private final JdbcClient jdbc;

  Ledger(DatabaseAccess access) {
    this.access = access;
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(access.url());
    dataSource.setUsername(access.user());
    dataSource.setPassword(access.password());
    dataSource.setMaximumPoolSize(2);
    dataSource.setMinimumIdle(0);
    dataSource.setIdleTimeout(10_000);
    this.jdbc = JdbcClient.create(dataSource);
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** A connection of the test's own, which may hold locks. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  /** The database's time. */
  public Instant now() {
    return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  /** The job's occurrences, oldest first, as {@code STATE} or {@code MISSED(count)}. */
  public List<String> states(UUID job) {
    return jdbc.sql(
            """
            select state || coalesce('(' || missed_count || ')', '')
            from occurrence where job_id = :job order by planned_at
            """)
        .param("job", job)
        .query(String.class)
        .list();
  }

  /** Waits until each of these jobs has exactly these {@link #states}. */
  public void awaitStates(List<PlannedJob> jobs, String... states) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Assertions.assertThat(jobs)
                    .allSatisfy(
                        job -> Assertions.assertThat(states(job.job())).containsExactly(states)));
  }

  /** As {@link #awaitStates(List, String...)}, of one. */
  public void awaitStates(PlannedJob job, String... states) {
    awaitStates(List.of(job), states);
  }

  /** One row for each of the job's occurrences. */
  public List<Map<String, Object>> occurrences(UUID job) {
    return jdbc.sql("select * from occurrence where job_id = :job order by planned_at")
        .param("job", job)
        .query()
        .listOfRows();
  }

  /** How the job runs. */
  public Map<String, Object> run(UUID job) {
    return jdbc.sql("select * from run where job_id = :job").param("job", job).query().singleRow();
  }

  /** Every job falls due at this instant. */
  public void planAll(Instant nextFireAt) {
    jdbc.sql("update schedule set next_fire_at = :at")
        .param("at", nextFireAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** An occurrence as a claim would have left it. */
  public void ready(PlannedJob job, Instant plannedAt, Duration lookAfter) {
    jdbc.sql(
            """
            insert into occurrence (job_id, bot_id, planned_at, shard, state, look_at)
            select :job, :bot, :at, shard, 'READY', now() + :millis * interval '1 millisecond'
            from schedule where job_id = :job
            """)
        .param("job", job.job())
        .param("bot", job.bot())
        .param("at", plannedAt.atOffset(ZoneOffset.UTC))
        .param("millis", lookAfter.toMillis())
        .update();
  }

  /** What was told about the reminders of this bot, oldest first. */
  public List<JsonNode> told(UUID bot) {
    return jdbc.sql(
            """
            select convert_from(payload, 'UTF8') from messaging.outbox_message
            where topic = 'engine.reminder.events' and key = :bot order by id
            """)
        .param("bot", bot.toString())
        .query((row, _) -> JsonMapper.shared().readTree(row.getString(1)))
        .list();
  }
}
