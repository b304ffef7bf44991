package dev.bricklayer.engine.preflight;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.engine.channel.MassMention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreflightRepository {

  /**
   * Copies share the work: what one has taken is fresh for the others. Nobody waits for a sender's
   * or a change's lock; such a job has its turn in the next round. Served by job__looked_at.
   */
  private static final String TAKE =
      """
      with oldest as (
        select job.job_id
        from job join run using (job_id) join bot using (bot_id)
        where job.looked_at < now() - :age * interval '1 millisecond'
          and not job.paused and job.deleted_at is null
          and run.status = 'RUNNING' and bot.status = 'RUNNING'
        order by job.looked_at
        limit :most
        for no key update of job skip locked
      )
      update job
      set looked_at = now()
      from oldest, bot
      where job.job_id = oldest.job_id and bot.bot_id = job.bot_id
      returning job.*, bot.account_user_id, bot.account_username, bot.credentials,
        bot.credentials_version
      """;

  /** What was changed meanwhile is looked at again for itself. */
  private static final String KEEP_MUTED =
      """
      update job
      set muted_revision = case when :muted then revision end
      where job_id = :job and revision = :revision
      """;

  private static final String PUT_BACK =
      """
      update job
      set looked_at = now() - :age * interval '1 millisecond' + :after * interval '1 millisecond'
      where job_id = any (:jobs)
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  PreflightRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those whose last look is older than this, the oldest first; they are fresh from now on. */
  List<StandingJob> take(Duration age, int most) {
    return jdbc.sql(TAKE)
        .param("age", age.toMillis())
        .param("most", most)
        .query((row, _) -> job(row))
        .list();
  }

  /** They grow old after so long. */
  void putBack(List<StandingJob> jobs, Duration age, Duration after) {
    jdbc.sql(PUT_BACK)
        .param("age", age.toMillis())
        .param("after", after.toMillis())
        .param("jobs", jobs.stream().map(job -> job.id().value()).toArray(UUID[]::new))
        .update();
  }

  /** Whether that revision is still the one. */
  boolean keepMuted(StandingJob job, boolean muted) {
    return jdbc.sql(KEEP_MUTED)
            .param("job", job.id().value())
            .param("revision", job.revision())
            .param("muted", muted)
            .update()
        == 1;
  }

  private StandingJob job(ResultSet row) throws SQLException {
    return new StandingJob(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        json.read(row.getString("credentials"), Credentials.class),
        row.getLong("credentials_version"),
        new BotAccount(row.getString("account_user_id"), row.getString("account_username")),
        new PlannedChannel(
            row.getString("channel_id"),
            row.getString("channel_team"),
            row.getString("channel_name")),
        row.getString("requester"),
        row.getLong("revision"),
        MassMention.isIn(row.getString("text")),
        row.getLong("muted_revision") == row.getLong("revision"));
  }
}
