package dev.bricklayer.storage.createbot;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.messaging.LastWrites;
import dev.bricklayer.storage.createbot.StoredJob.Current;
import dev.bricklayer.storage.createbot.StoredJob.Gone;
import dev.bricklayer.storage.createbot.StoredJob.Noted;
import dev.bricklayer.storage.createbot.StoredJob.Pending;
import dev.bricklayer.storage.createbot.StoredJob.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Credentials, first jobs and tombstones in rows. */
@Repository
class StoredJobRepository {

  /**
   * One row, whatever is known: the tombstone by its primary key, the job by job__bot_short_name.
   */
  private static final String FIND =
      """
      select tombstone.refusal, job.job_id, job.status, job.revision,
             job_revision.content, bot_credentials.credentials
      from (values (cast(:bot as uuid), cast(:saga as uuid))) as asked (bot_id, created_in)
      left join bot_tombstone as tombstone using (bot_id)
      left join job using (bot_id, created_in)
      left join job_revision using (job_id, revision)
      left join bot_credentials using (bot_id, created_in)
      """;

  /**
   * One round trip for what belongs together; foreign keys are looked at when all is written. The
   * job of a managed bot comes first without credentials, and stands there already when they come.
   */
  private static final String STORE =
      """
      with stored_credentials as (
        insert into bot_credentials (bot_id, revision, credentials, created_in)
        select :bot, 1, given.credentials, :saga
        from (values (cast(:credentials as jsonb))) as given (credentials)
        where given.credentials is not null
      ), stored_job as (
        insert into job (job_id, bot_id, short_name, short_name_key, status, revision,
                         saga_id, created_in, version)
        values (:job, :bot, :shortName, :shortNameKey, 'PENDING', :revision, :saga, :saga, 1)
        on conflict (job_id) do nothing
      )
      insert into job_revision (job_id, revision, content)
      values (:job, :revision, :content)
      on conflict (job_id, revision) do nothing
      """;

  private static final String ACTIVATE =
      """
      update job
      set status = 'ACTIVE', saga_id = null, version = version + 1
      where job_id = :job
      """;

  /** The revisions go with their job. */
  private static final String BURY =
      """
      with discarded_credentials as (
        delete from bot_credentials where bot_id = :bot
      ), discarded_jobs as (
        delete from job where bot_id = :bot
      )
      insert into bot_tombstone (bot_id, saga_id, refusal)
      values (:bot, :saga, :refusal)
      """;

  private final LastWrites lastWrites;
  private final TransactionLocks locks;
  private final JsonColumns json;

  StoredJobRepository(LastWrites lastWrites, TransactionLocks locks, JsonColumns json) {
    this.lastWrites = lastWrites;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a bot's first job, for this transaction alone until it ends. */
  StoredJob lockAndFind(BotId bot, SagaId saga) {
    return locks.lockAndFind(
        "bot",
        bot.value(),
        FIND,
        Map.of("bot", bot.value(), "saga", saga.value()),
        (row, _) -> stored(bot, row));
  }

  /** Writes, at the end of the transaction, what is known from then on. */
  void keep(StoredJob next, SagaId saga) {
    switch (next) {
      case Unknown _ -> {}
      case Noted noted -> store(noted.botId(), null, noted.job(), saga);
      case Pending pending -> store(pending.botId(), pending.credentials(), pending.job(), saga);
      case Current current ->
          lastWrites.sql(ACTIVATE).param("job", current.job().id().value()).atCommit();
      case Gone gone -> bury(gone, saga);
    }
  }

  private StoredJob stored(BotId bot, ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new Gone(bot, json.read(refusal, Refusal.class));
    }
    String status = row.getString("status");
    return status == null ? new Unknown() : living(bot, JobStatus.valueOf(status), row);
  }

  private StoredJob living(BotId bot, JobStatus status, ResultSet row) throws SQLException {
    Job job =
        new Job(
            new JobId(row.getObject("job_id", UUID.class)),
            row.getLong("revision"),
            json.read(row.getString("content"), JobContent.class));
    return switch (status) {
      case PENDING -> pending(bot, row.getString("credentials"), job);
      case ACTIVE, PAUSED, DELETING -> new Current(bot, job);
    };
  }

  private StoredJob pending(BotId bot, @Nullable String credentials, Job job) {
    return credentials == null
        ? new Noted(bot, job)
        : new Pending(bot, json.read(credentials, Credentials.class), job);
  }

  private void store(BotId bot, @Nullable Credentials credentials, Job job, SagaId saga) {
    lastWrites
        .sql(STORE)
        .param("bot", bot.value())
        .param("saga", saga.value())
        .param("credentials", credentials == null ? null : json.column(credentials))
        .param("job", job.id().value())
        .param("shortName", job.content().shortName())
        .param("shortNameKey", NameKey.of(job.content().shortName()).value())
        .param("revision", job.revision())
        .param("content", json.column(job.content()))
        .atCommit();
  }

  private void bury(Gone gone, SagaId saga) {
    lastWrites
        .sql(BURY)
        .param("bot", gone.botId().value())
        .param("saga", saga.value())
        .param("refusal", json.column(gone.refusal()))
        .atCommit();
  }
}
