package dev.bricklayer.engine.run;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.BotSilenced.Voice;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** How jobs and bots run, in rows. The caller holds the job's lock. */
@Repository
class RunRepository {

  private static final String BEGIN =
      """
      insert into run (job_id, status, version)
      values (:job, 'RUNNING', :version)
      """;

  /**
   * Of several of one job the latest counts; one that ends after a later one changes nothing.
   * Nothing planned and nothing under way means that it was the last, unless the job is paused;
   * asked in this order, because most jobs are planned. Of a deleted job the last word was said.
   */
  private static final String FINISH =
      """
      with latest as (
        select distinct on (job_id) job_id, planned_at, outcome
        from unnest(:jobs, :plannedAt, :outcomes) as finished (job_id, planned_at, outcome)
        order by job_id, planned_at desc
      )
      update run
      set last_planned_at = latest.planned_at, last_at = now(), last_outcome = latest.outcome,
          status = case
            when run.status <> 'RUNNING' then run.status
            when job.paused then run.status
            when exists (
              select from schedule
              where schedule.job_id = run.job_id and schedule.next_fire_at is not null)
            then 'RUNNING'
            when exists (
              select from occurrence
              where occurrence.job_id = run.job_id and occurrence.look_at is not null
                and not occurrence.manual)
            then 'RUNNING'
            else 'ENDED' end,
          version = run.version + 1
      from job, latest
      where run.job_id = latest.job_id and job.job_id = latest.job_id and job.deleted_at is null
        and (run.last_planned_at is null or run.last_planned_at <= latest.planned_at)
      returning run.*, job.bot_id, job.revision
      """;

  /** Whoever changes the job plans anew: what it stood still for is over. */
  private static final String REVISE =
      """
      update run set status = :status, stop_reason = null, version = :version where job_id = :job
      """;

  /**
   * The schedule's row stays, without an instant: a new revision or new credentials plan again.
   * Nothing happens when the job speaks elsewhere by now, or is deleted.
   */
  private static final String STOP =
      """
      with stopped as (
        update run
        set status = 'STOPPED', stop_reason = :reason, version = run.version + 1
        from job
        where run.job_id = :job and job.job_id = run.job_id and run.status = 'RUNNING'
          and job.channel_id = :channel and job.deleted_at is null
        returning run.*, job.bot_id, job.revision
      ), unplanned as (
        update schedule set next_fire_at = null
        where job_id in (select job_id from stopped)
      )
      select * from stopped
      """;

  /**
   * What has neither a next instant nor anything under way is over; else it stands still no more.
   */
  private static final String START_AGAIN =
      """
      with has_more as (
        select exists (
            select from schedule where job_id = :job and next_fire_at is not null)
          or exists (
            select from occurrence
            where job_id = :job and look_at is not null and not manual) as more
      )
      update run
      set status = case when more then 'RUNNING' else 'ENDED' end, stop_reason = null,
          version = run.version + 1
      from job, has_more
      where run.job_id = :job and job.job_id = run.job_id
        and (run.status = 'STOPPED' or run.status = 'RUNNING' and not more)
      returning run.*, job.bot_id, job.revision
      """;

  /**
   * Once: for credentials that are no longer the bot's, or a bot that stands already, no row. With
   * a bot that shares Bricklayer's token go all that do, in one order, so that two who find it out
   * do not wait for each other.
   */
  private static final String STOP_BOT =
      """
      with refused as (
        select bot_id, credentials ->> 'kind' as kind
        from bot
        where bot_id = :bot and status = 'RUNNING' and credentials_version = :credentialsVersion
      ), silent as (
        select bot.bot_id, refused.kind
        from bot, refused
        where bot.status = 'RUNNING'
          and (bot.bot_id = refused.bot_id
            or refused.kind = 'shared' and bot.credentials ->> 'kind' = 'shared')
        order by bot.bot_id
        for update of bot
      )
      update bot
      set status = 'STOPPED', stop_reason = :reason, version = version + 1
      from silent
      where bot.bot_id = silent.bot_id
      returning bot.bot_id, bot.version, silent.kind
      """;

  /** Served by job__bot. */
  private static final String UNPLAN_BOTS =
      """
      update schedule
      set next_fire_at = null
      from job
      where job.bot_id = any(:bots) and schedule.job_id = job.job_id
        and schedule.next_fire_at is not null
      """;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;

  RunRepository(JdbcClient jdbc, LastWrites lastWrites) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
  }

  /** At the end of the transaction, behind the job's own row. */
  void begin(JobId job, long version) {
    lastWrites.sql(BEGIN).param("job", job.value()).param("version", version).atCommit();
  }

  void revise(RunState run) {
    jdbc.sql(REVISE)
        .param("job", run.jobId().value())
        .param("status", run.status().name())
        .param("version", run.version())
        .update();
  }

  /** A run by hand changes nothing in how its job runs. */
  List<RunState> finish(List<FinishedRun> finished) {
    List<FinishedRun> runs = finished.stream().filter(run -> !run.manual()).toList();
    if (runs.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(FINISH)
        .param("jobs", array("uuid", runs, run -> run.occurrence().jobId().value()))
        .param("plannedAt", array("timestamptz", runs, run -> run.occurrence().plannedAt()))
        .param("outcomes", array("text", runs, run -> run.outcome().name()))
        .query((row, _) -> state(row))
        .list();
  }

  Optional<RunState> stop(JobId job, String channel, RefusalCode reason) {
    return jdbc.sql(STOP)
        .param("job", job.value())
        .param("channel", channel)
        .param("reason", reason.name())
        .query((row, _) -> state(row))
        .optional();
  }

  Optional<RunState> startAgain(JobId job) {
    return jdbc.sql(START_AGAIN).param("job", job.value()).query((row, _) -> state(row)).optional();
  }

  List<StoppedBot> stopBot(BotId bot, long credentialsVersion, RefusalCode reason) {
    List<StoppedBot> stopped =
        jdbc.sql(STOP_BOT)
            .param("bot", bot.value())
            .param("reason", reason.name())
            .param("credentialsVersion", credentialsVersion)
            .query((row, _) -> stopped(row, reason))
            .list();
    if (!stopped.isEmpty()) {
      Object[] bots = stopped.stream().map(each -> each.state().botId().value()).toArray();
      jdbc.sql(UNPLAN_BOTS).param("bots", new SqlArrayValue("uuid", bots)).update();
    }
    return stopped;
  }

  private static StoppedBot stopped(ResultSet row, RefusalCode reason) throws SQLException {
    BotId bot = new BotId(row.getObject("bot_id", UUID.class));
    long version = row.getLong("version");
    return new StoppedBot(
        new BotRunState(bot, BotRunState.Status.STOPPED, reason, version),
        voice(row.getString("kind")));
  }

  private static Voice voice(String kind) {
    return switch (kind) {
      case "token" -> Voice.OWN_TOKEN;
      case "managed" -> Voice.MANAGED;
      case "shared" -> Voice.SHARED;
      default -> throw new IllegalStateException("a bot speaks with nothing known: " + kind);
    };
  }

  private static SqlArrayValue array(
      String type, List<FinishedRun> runs, Function<FinishedRun, Object> column) {
    return new SqlArrayValue(type, runs.stream().map(column).toArray());
  }

  /** A row of run, with bot and revision of its job. */
  static RunState state(ResultSet row) throws SQLException {
    String stopReason = row.getString("stop_reason");
    return new RunState(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getLong("revision"),
        RunState.Status.valueOf(row.getString("status")),
        stopReason == null ? null : RefusalCode.valueOf(stopReason),
        lastRun(row),
        row.getLong("version"));
  }

  private static RunState.@Nullable LastRun lastRun(ResultSet row) throws SQLException {
    OffsetDateTime plannedAt = row.getObject("last_planned_at", OffsetDateTime.class);
    return plannedAt == null
        ? null
        : new RunState.LastRun(
            plannedAt.toInstant(),
            row.getObject("last_at", OffsetDateTime.class).toInstant(),
            RunState.Outcome.valueOf(row.getString("last_outcome")));
  }
}
