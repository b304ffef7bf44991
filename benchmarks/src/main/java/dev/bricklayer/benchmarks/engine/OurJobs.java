package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.sealing.TokenSealer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bricklayer's jobs, written straight into the engine's tables: five to a bot, each with one of
 * some thousand monthly rules, none of which comes soon again.
 */
@SuppressWarnings("InlineFormatString") // the statements stand on top, as everywhere
final class OurJobs {

  private static final String BOTS =
      """
      insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
      select md5('bot' || i)::uuid, md5('owner')::uuid, '%2$s', 'standup', '{}'
      from generate_series(0, %1$d / 5) as i
      """;

  private static final String JOBS =
      """
      insert into job (job_id, bot_id, revision, text, channel_id, channel_name, missed_rule,
        missed_within)
      select md5('job' || i)::uuid, md5('bot' || i / 5)::uuid, 1, 'Stand-up in five minutes',
        '%2$s', 'release', 'LATEST', interval '1 hour'
      from generate_series(0, %1$d - 1) as i
      """;

  private static final String RUNS =
      """
      insert into run (job_id, status, version)
      select md5('job' || i)::uuid, 'RUNNING', 1 from generate_series(0, %1$d - 1) as i
      """;

  /** Not due for hours. */
  private static final String SCHEDULE =
      """
      insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
      select md5('job' || i)::uuid, md5('bot' || i / 5)::uuid,
        shard_of(md5('bot' || i / 5)::uuid, %2$d::smallint),
        date_trunc('minute', now()) + interval '6 hours' + i %% 20000 * interval '1 minute',
        format('{"cron":"%%s %%s %%s * *","timeZone":"%%s"}', i %% 60, i / 60 %% 24,
          extract(day from now() + interval '10 days'),
          (array['Europe/Berlin', 'Europe/Moscow', 'UTC', 'America/New_York', 'Asia/Tokyo'])
            [1 + i / 1440 %% 5])
      from generate_series(0, %1$d - 1) as i
      """;

  /** Jobs from all over the table. */
  private static final String DUE =
      """
      update schedule
      set next_fire_at = timestamptz '%2$s' + chosen.i * interval '%4$d microseconds'
      from generate_series(0, %1$d - 1) as chosen (i)
      where job_id = md5('job' || chosen.i * (%3$d / %1$d))::uuid
      """;

  private static final String SPEAKS_AS =
      """
      update bot set credentials = ?::jsonb, account_user_id = ? where bot_id = ?
      """;

  private static final String POSTS_IN =
      """
      update job set channel_id = ?
      """;

  private static final String ACCOUNT = "useruseruseruseruseruserus";
  private static final String CHANNEL = "channelchannelchannelchann";

  /** As many as the machine has processors: what suits it best. */
  static final int SHARDS = Runtime.getRuntime().availableProcessors();

  private final DatabaseAccess access;
  private final DatabaseAccess superuser;
  private int stored;

  OurJobs(DatabaseAccess access, DatabaseAccess superuser) {
    this.access = access;
    this.superuser = superuser;
  }

  /** The tables, and so many jobs. */
  void load(int jobs) throws SQLException {
    Flyway.configure()
        .dataSource(access.url(), access.user(), access.password())
        .locations("classpath:db/engine")
        .load()
        .migrate();
    Servers.execute(
        superuser,
        "update sharding set shards = " + SHARDS,
        "insert into lease (shard, spread_over) select i, %1$d from generate_series(0, %1$d - 1) as i on conflict do nothing"
            .formatted(SHARDS),
        "update lease set spread_over = " + SHARDS,
        // Foreign keys of a million rows need no look: they are made to fit.
        "set session_replication_role = replica",
        "truncate bot, job, run, schedule, occurrence",
        BOTS.formatted(jobs, ACCOUNT),
        JOBS.formatted(jobs, CHANNEL),
        RUNS.formatted(jobs),
        SCHEDULE.formatted(jobs, SHARDS));
    Servers.execute(superuser, "vacuum analyze bot, job, run, schedule");
    this.stored = jobs;
  }

  /** All of them go there, each bot with a token of its own, sealed for it. */
  void postTo(Destination destination) throws SQLException {
    TokenSealer sealer = new TokenSealer(OurEngine.KEYS.publicText());
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        PreparedStatement bots = connection.prepareStatement(SPEAKS_AS);
        PreparedStatement channels = connection.prepareStatement(POSTS_IN)) {
      for (int i = 0; i < stored; i += 5) {
        UUID bot = BenchJob.number(i).bot();
        Credentials own =
            new Credentials.OwnToken(sealer.seal(destination.token(), new BotId(bot)));
        bots.setString(1, JsonMapper.shared().writeValueAsString(own));
        bots.setString(2, destination.user());
        bots.setObject(3, bot);
        bots.addBatch();
      }
      bots.executeBatch();
      channels.setString(1, destination.channel());
      channels.executeUpdate();
    }
  }

  /** So many of them fall due at this instant; what was in the ledger is gone. */
  void plan(int due, Instant at) throws SQLException {
    planApart(due, at, Duration.ZERO);
  }

  /** As {@link #plan}, one after the other. */
  void planApart(int due, Instant first, Duration apart) throws SQLException {
    Servers.execute(
        superuser,
        "truncate occurrence",
        DUE.formatted(due, first, stored, apart.toNanos() / 1000));
    Servers.execute(superuser, "vacuum analyze schedule");
  }

  DatabaseAccess access() {
    return access;
  }

  DatabaseAccess superuser() {
    return superuser;
  }
}
