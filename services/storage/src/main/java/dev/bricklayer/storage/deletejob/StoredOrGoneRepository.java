package dev.bricklayer.storage.deletejob;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.storage.deletejob.StoredOrGone.Gone;
import dev.bricklayer.storage.deletejob.StoredOrGone.Stored;
import dev.bricklayer.storage.deletejob.StoredOrGone.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs that are to go, and their tombstones. */
@Repository
class StoredOrGoneRepository {

  /** One row, whatever is known: all by primary keys. */
  private static final String FIND =
      """
      select job_tombstone.version as gone_version, job.revision, job.version, job_revision.content
      from (values (cast(:job as uuid), cast(:bot as uuid))) as asked (job_id, bot_id)
      left join job_tombstone on job_tombstone.job_id = asked.job_id
      left join job on job.job_id = asked.job_id and job.bot_id = asked.bot_id
      left join job_revision on job_revision.job_id = job.job_id
        and job_revision.revision = job.revision
      """;

  /** The revisions go with their job. */
  private static final String BURY =
      """
      with erased as (
        delete from job where job_id = :job and bot_id = :bot
      )
      insert into job_tombstone (job_id, bot_id, version)
      values (:job, :bot, :version)
      """;

  private final JdbcClient jdbc;
  private final TransactionLocks locks;
  private final JsonColumns json;

  StoredOrGoneRepository(JdbcClient jdbc, TransactionLocks locks, JsonColumns json) {
    this.jdbc = jdbc;
    this.locks = locks;
    this.json = json;
  }

  /** What is known of a job; its bot is for this transaction alone until that ends. */
  StoredOrGone lockAndFind(BotId bot, JobId job) {
    locks.lock("bot", bot.value());
    return jdbc.sql(FIND)
        .param("bot", bot.value())
        .param("job", job.value())
        .query((row, _) -> known(job, row))
        .single();
  }

  void bury(BotId bot, Gone gone) {
    jdbc.sql(BURY)
        .param("bot", bot.value())
        .param("job", gone.jobId().value())
        .param("version", gone.version())
        .update();
  }

  private StoredOrGone known(JobId job, ResultSet row) throws SQLException {
    long goneVersion = row.getLong("gone_version");
    if (!row.wasNull()) {
      return new Gone(job, goneVersion);
    }
    String content = row.getString("content");
    return content == null
        ? new Unknown(job)
        : new Stored(
            new Job(job, row.getLong("revision"), json.read(content, JobContent.class)),
            row.getLong("version"));
  }
}
