package dev.bricklayer.storage.changejob;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.storage.changejob.KnownChange.Current;
import dev.bricklayer.storage.changejob.KnownChange.Dropped;
import dev.bricklayer.storage.changejob.KnownChange.Unknown;
import dev.bricklayer.storage.changejob.KnownChange.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of jobs in rows: the revision that waits, the job it belongs to, and tombstones. */
@Repository
class KnownChangeRepository {

  /** One row, whatever is known: by the primary keys, and job_revision__of_change. */
  private static final String FIND =
      """
      select change_tombstone.refusal, own.revision, own.content, own.paused,
             job.saga_id = asked.saga_id as in_hand, job.created_in = asked.saga_id as added,
             job.version
      from (values (cast(:job as uuid), cast(:saga as uuid))) as asked (job_id, saga_id)
      left join change_tombstone on change_tombstone.saga_id = asked.saga_id
      left join job_revision as own on own.saga_id = asked.saga_id
      left join job on job.job_id = own.job_id
      """;

  /**
   * The job and what stands around it. A bot whose first job is still its creation's has its
   * creation's lock. Served by job__bot_short_name.
   */
  private static final String LOOK =
      """
      select bot_credentials.bot_id is not null and bot_tombstone.bot_id is null as bot_here,
             exists (
               select from job as first
               where first.bot_id = asked.bot_id and first.created_in = bot_credentials.created_in
                 and first.status = 'PENDING'
             ) as bot_in_making,
             (select count(*) from job as other
              where other.bot_id = asked.bot_id and other.status <> 'DELETING') as jobs,
             exists (
               select from job as other
               where other.bot_id = asked.bot_id and other.job_id <> asked.job_id
                 and other.status <> 'DELETING'
                 and :shortNameKey in (other.short_name_key, other.next_short_name_key)
             ) as name_taken,
             job.job_id, job.status, job.revision, job.saga_id, job.version, job_revision.content
      from (values (cast(:bot as uuid), cast(:job as uuid))) as asked (bot_id, job_id)
      left join bot_tombstone on bot_tombstone.bot_id = asked.bot_id
      left join lateral (
        select bot_id, created_in from bot_credentials
        where bot_credentials.bot_id = asked.bot_id
        order by revision limit 1
      ) as bot_credentials on true
      left join job on job.job_id = asked.job_id and job.bot_id = asked.bot_id
      left join job_revision on job_revision.job_id = job.job_id
        and job_revision.revision = job.revision
      """;

  private static final String IS_HERE =
      """
      select not exists (select from bot_tombstone where bot_id = :bot)
      """;

  private static final String ADD =
      """
      with added as (
        insert into job (job_id, bot_id, short_name, short_name_key, status, revision,
                         saga_id, created_in, version)
        values (:job, :bot, :shortName, :shortNameKey, 'PENDING', :revision, :saga, :saga, :version)
      )
      insert into job_revision (job_id, revision, content, paused, saga_id)
      values (:job, :revision, :content, :paused, :saga)
      """;

  private static final String STORE =
      """
      with held as (
        update job set saga_id = :saga, next_short_name_key = :shortNameKey where job_id = :job
      )
      insert into job_revision (job_id, revision, content, paused, saga_id)
      values (:job, :revision, :content, :paused, :saga)
      """;

  private static final String MAKE_CURRENT =
      """
      update job
      set revision = own.revision, short_name = own.content ->> 'shortName',
          short_name_key = coalesce(job.next_short_name_key, job.short_name_key),
          next_short_name_key = null,
          status = case when own.paused then 'PAUSED' else 'ACTIVE' end,
          saga_id = null, version = job.version + 1
      from job_revision as own
      where job.job_id = :job and own.job_id = job.job_id and own.saga_id = :saga
      """;

  /** A job that the change was to add goes with its revision. */
  private static final String DROP_ADDED =
      """
      delete from job where job_id = :job and created_in = :saga and status = 'PENDING'
      """;

  private static final String DROP =
      """
      with dropped as (
        delete from job_revision where job_id = :job and saga_id = :saga
      ), freed as (
        update job set saga_id = null, next_short_name_key = null
        where job_id = :job and saga_id = :saga
      )
      insert into change_tombstone (saga_id, job_id, refusal)
      values (:saga, :job, :refusal)
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  KnownChangeRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a change; its bot is for this transaction alone until that ends. */
  KnownChange lockAndFind(BotId bot, JobId job, SagaId saga) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("job", job.value())
        .param("saga", saga.value())
        .query((row, _) -> known(bot, job, row))
        .single();
  }

  /**
   * The job and what stands around it, under the bot's lock.
   *
   * @param shortName the one that is asked for; null when it is to stay
   */
  JobFound look(BotId bot, JobId job, @Nullable String shortName) {
    return jdbc.sql(LOOK)
        .param("bot", bot.value())
        .param("job", job.value())
        .param("shortNameKey", shortName == null ? null : NameKey.of(shortName).value())
        .query((row, _) -> found(job, row))
        .single();
  }

  /** Whether the bot was not deleted, under its lock. */
  boolean isHere(BotId bot) {
    return jdbc.sql(IS_HERE).param("bot", bot.value()).query(Boolean.class).single();
  }

  /** Writes what is known from now on. */
  void keep(KnownChange next, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Waiting waiting -> store(waiting, saga);
      case Current(var job) ->
          jdbc.sql(MAKE_CURRENT).param("job", job.value()).param("saga", saga.value()).update();
      case Dropped dropped -> drop(dropped, saga);
    }
  }

  private void store(Waiting waiting, SagaId saga) {
    Job job = waiting.job();
    JdbcClient.StatementSpec statement =
        jdbc.sql(waiting.added() ? ADD : STORE)
            .param("job", job.id().value())
            .param("saga", saga.value())
            .param("shortNameKey", NameKey.of(job.content().shortName()).value())
            .param("revision", job.revision())
            .param("content", json.column(job.content()))
            .param("paused", waiting.paused());
    if (waiting.added()) {
      statement =
          statement
              .param("bot", waiting.botId().value())
              .param("shortName", job.content().shortName())
              .param("version", waiting.version());
    }
    statement.update();
  }

  private void drop(Dropped dropped, SagaId saga) {
    jdbc.sql(DROP_ADDED).param("job", dropped.jobId().value()).param("saga", saga.value()).update();
    jdbc.sql(DROP)
        .param("job", dropped.jobId().value())
        .param("saga", saga.value())
        .param("refusal", json.column(dropped.refusal()))
        .update();
  }

  private KnownChange known(BotId bot, JobId job, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new Dropped(job, json.read(refusal, Refusal.class));
    }
    String content = row.getString("content");
    if (content == null) {
      return new Unknown();
    }
    return row.getBoolean("in_hand")
        ? new Waiting(
            bot,
            new Job(job, row.getLong("revision"), json.read(content, JobContent.class)),
            row.getBoolean("paused"),
            row.getBoolean("added"),
            row.getLong("version"))
        : new Current(job);
  }

  private JobFound found(JobId job, ResultSet row) throws SQLException {
    if (!row.getBoolean("bot_here")) {
      return new JobFound.NoBot();
    }
    if (row.getBoolean("bot_in_making")) {
      return new JobFound.BotInMaking();
    }
    String status = row.getString("status");
    return status == null
        ? new JobFound.NoJob(row.getInt("jobs"), row.getBoolean("name_taken"))
        : new JobFound.Here(
            new Job(
                job,
                row.getLong("revision"),
                json.read(row.getString("content"), JobContent.class)),
            JobState.Status.valueOf(status),
            row.getObject("saga_id", UUID.class) != null,
            row.getBoolean("name_taken"),
            row.getLong("version"));
  }
}
