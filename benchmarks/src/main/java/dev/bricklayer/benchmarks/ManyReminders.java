package dev.bricklayer.benchmarks;

import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Reminders that are all due at one instant. A few bots come the long way, through sagas, each with
 * its first job; the rest are copies of these jobs in the engine's own tables. How they came there
 * is not measured: from there on they are jobs like any other, and fire through the real engine
 * into the channel.
 *
 * @param engine the way into the engine's database
 */
record ManyReminders(DatabaseAccess engine, int count, Instant due) {

  private static final int BOTS = 20;

  /** For the bots, the copies, and the leader's look ahead. */
  private static final Duration PREPARING = Duration.ofSeconds(40);

  private static final String COPY_JOBS =
      """
      insert into job (job_id, bot_id, revision, text, channel_id, channel_team, channel_name,
        missed_rule, missed_within, requester, language)
      select md5(job_id::text || i)::uuid, bot_id, revision, text, channel_id, channel_team,
        channel_name, missed_rule, missed_within, requester, language
      from job, generate_series(2, %d) as i
      """;

  private static final String COPY_RUNS =
      """
      insert into run (job_id, status, version)
      select md5(job_id::text || i)::uuid, status, version
      from run, generate_series(2, %d) as i
      """;

  /** Last: from here on the leader sees them. */
  private static final String COPY_SCHEDULES =
      """
      insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
      select md5(job_id::text || i)::uuid, bot_id, shard, next_fire_at, rule
      from schedule, generate_series(2, %d) as i
      """;

  private static final String POSTED = "select count(*) from occurrence where state = 'SENT'";

  /**
   * Makes them for a full minute that is far enough off.
   *
   * @param count rounded up to a multiple of the bots
   */
  static ManyReminders make(Program program, DatabaseAccess engine, int count) throws Exception {
    int each = (count + BOTS - 1) / BOTS;
    Instant due = Instant.now().plus(PREPARING).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    Map<String, String> schedule =
        Map.of("at", due.atOffset(ZoneOffset.UTC).toLocalDateTime().toString(), "timeZone", "UTC");
    for (int bot = 0; bot < BOTS; bot++) {
      program.createBot("due " + bot, schedule);
    }
    copy(engine, each);
    return new ManyReminders(engine, BOTS * each, due);
  }

  @SuppressWarnings("FormatStringAnnotation") // the statements stand on top, as everywhere
  private static void copy(DatabaseAccess engine, int each) throws SQLException {
    try (Connection connection = connect(engine);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String copy : new String[] {COPY_JOBS, COPY_RUNS, COPY_SCHEDULES}) {
        statement.executeUpdate(copy.formatted(each));
      }
      connection.commit();
    }
  }

  /** How many of them the ledger says are posted. */
  int posted() throws SQLException {
    try (Connection connection = connect(engine);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(POSTED)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
