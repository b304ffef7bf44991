package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Checking;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Rejected;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Taken;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Unheard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of change-credentials in rows, and bots as new credentials find and leave them. */
@Repository
class CredentialsPlanRepository {

  private static final String FIND =
      """
      select state, refusal from credentials_change where saga_id = :saga
      """;

  private static final String KEEP =
      """
      insert into credentials_change (saga_id, bot_id, state, refusal)
      values (:saga, :bot, :state, :refusal)
      on conflict (saga_id) do update
      set state = excluded.state, refusal = excluded.refusal, decided_at = now()
      """;

  private static final String CREDENTIALS =
      """
      select credentials
      from bot
      where bot_id = :bot and not exists (select from bot_tombstone where bot_id = :bot)
      """;

  /**
   * Served by job__bot. A job that stands still for a reason of its own, or is over, says nothing
   * about the account.
   */
  private static final String CHANNELS =
      """
      select distinct channel_id, channel_name
      from job join run using (job_id)
      where bot_id = :bot and status <> 'ENDED' and deleted_at is null
        and (status <> 'STOPPED' or stop_reason in %s)
      order by channel_name, channel_id
      """
          .formatted(Silenced.REASONS);

  /** Deliveries take these locks, so that each of them has the old credentials or the new ones. */
  private static final String LOCK_JOBS =
      """
      select job_id from job where bot_id = :bot order by job_id for no key update
      """;

  /** The clock is read under the locks: all that was sent with the old ones is older. */
  private static final String TAKE =
      """
      update bot
      set credentials = :credentials, credentials_version = credentials_version + 1,
          credentials_since = clock_timestamp(),
          former_accounts = case account_user_id when :userId then former_accounts
            else array_append(array_remove(former_accounts, account_user_id), account_user_id) end,
          account_user_id = :userId, account_username = :username,
          status = 'RUNNING', stop_reason = null, version = version + 1
      where bot_id = :bot
      returning version
      """;

  /**
   * With its bot each job has lost its next instant, and some stand still for the same reason. One
   * that is paused stays so.
   */
  private static final String SILENCED =
      """
      select job_id, rule,
             greatest(clock_timestamp(), not_before - interval '1 microsecond') as fires_after
      from job
      join run using (job_id)
      join schedule using (job_id)
      where job.bot_id = :bot and next_fire_at is null and not job.paused
        and job.deleted_at is null
        and (status = 'RUNNING' or status = 'STOPPED' and stop_reason in %s)
      order by job_id
      """
          .formatted(Silenced.REASONS);

  private static final String PLAN =
      """
      update schedule set next_fire_at = :next where job_id = :job
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  CredentialsPlanRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /**
   * A job without a next instant that new credentials may start again.
   *
   * @param rule its schedule's
   * @param firesAfter behind the time that passes in silence, by the database's clock
   */
  record Silenced(JobId job, String rule, Instant firesAfter) {

    /** Why a job stands still that other credentials may set going. */
    static final String REASONS = "('TOKEN_INVALID', 'BOT_NOT_MEMBER', 'CREDENTIALS_UNAVAILABLE')";
  }

  /** What is known of a run about this bot, for this transaction alone until it ends. */
  CredentialsPlan lockAndFind(BotId bot, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("saga", saga.value())
        .query((row, _) -> plan(bot, row))
        .optional()
        .orElseGet(Unheard::new);
  }

  /** Writes what is known from now on. */
  void keep(CredentialsPlan next, SagaId saga) {
    switch (next) {
      case Unheard _ -> {}
      case Checking(var bot) -> keep(bot, saga, "CHECKING", null);
      case Taken(var bot) -> keep(bot, saga, "TAKEN", null);
      case Rejected(var bot, var refusal) -> keep(bot, saga, "REJECTED", json.column(refusal));
    }
  }

  /** Whether the bot can have credentials like these. */
  Readiness readiness(BotId bot, Credentials wanted) {
    return about(CREDENTIALS, bot)
        .query((row, _) -> json.read(row.getString("credentials"), Credentials.class))
        .optional()
        .map(had -> had.getClass() == wanted.getClass() ? Readiness.READY : Readiness.OTHER_KIND)
        .orElse(Readiness.BOT_GONE);
  }

  /** Where the bot's jobs speak: names by ids. */
  Map<String, String> channels(BotId bot) {
    Map<String, String> channels = new LinkedHashMap<>();
    about(CHANNELS, bot)
        .query(
            row -> {
              channels.put(row.getString("channel_id"), row.getString("channel_name"));
            });
    return channels;
  }

  /** The bot speaks with these from now on. */
  BotRunState take(CheckCredentials fresh) {
    about(LOCK_JOBS, fresh.botId()).query(row -> {});
    long version =
        about(TAKE, fresh.botId())
            .param("credentials", json.column(fresh.credentials()))
            .param("userId", fresh.account().userId())
            .param("username", fresh.account().username())
            .query(Long.class)
            .single();
    return new BotRunState(fresh.botId(), BotRunState.Status.RUNNING, null, version);
  }

  List<Silenced> silenced(BotId bot) {
    return about(SILENCED, bot)
        .query(
            (row, _) ->
                new Silenced(
                    new JobId(row.getObject("job_id", UUID.class)),
                    row.getString("rule"),
                    row.getObject("fires_after", OffsetDateTime.class).toInstant()))
        .list();
  }

  void plan(JobId job, Instant next) {
    jdbc.sql(PLAN).param("job", job.value()).param("next", next.atOffset(ZoneOffset.UTC)).update();
  }

  private void keep(BotId bot, SagaId saga, String state, @Nullable Object refusal) {
    about(KEEP, bot)
        .param("saga", saga.value())
        .param("state", state)
        .param("refusal", refusal)
        .update();
  }

  private JdbcClient.StatementSpec about(String sql, BotId bot) {
    return jdbc.sql(sql).param("bot", bot.value());
  }

  private CredentialsPlan plan(BotId bot, ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "CHECKING" -> new Checking(bot);
      case "TAKEN" -> new Taken(bot);
      case "REJECTED" -> new Rejected(bot, json.read(row.getString("refusal"), Refusal.class));
      case String other -> throw new IllegalStateException("no change of credentials is " + other);
    };
  }
}
