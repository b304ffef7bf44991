package dev.bricklayer.engine.manual;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.reminder.RunJobNow;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManualRunRepository {

  /** A schedule may not fire more often than every minute; people may, a little. */
  private static final int MOST_IN_A_MINUTE = 5;

  /** By the primary key: the last minute of one job. */
  private static final String IN_THE_LAST_MINUTE =
      """
      select count(*) from occurrence
      where job_id = :job and manual and planned_at > now() - interval '1 minute'
      """;

  /** At the end of the line, whose turns it takes part in. */
  private static final String QUEUE =
      """
      insert into occurrence
        (job_id, planned_at, bot_id, shard, state, waits_until, look_at, manual, target_id)
      select job_id, :plannedAt, bot_id, shard, 'RETRY', now(), now() + interval '1 hour', true,
             :target
      from schedule
      where job_id = :job
      on conflict do nothing
      """;

  private static final String TOLD =
      """
      select channel_id, text from job where job_id = :job
      """;

  private final JdbcClient jdbc;

  ManualRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is told of a job that was not run. */
  record Told(String channelId, String text) {}

  boolean ranTooOften(JobId job) {
    return jdbc.sql(IN_THE_LAST_MINUTE).param("job", job.value()).query(Long.class).single()
        >= MOST_IN_A_MINUTE;
  }

  /**
   * Puts it into the line.
   *
   * @param target Mattermost's id of the channel; null for the job's
   */
  void queue(RunJobNow command, @Nullable String target) {
    jdbc.sql(QUEUE)
        .param("job", command.jobId().value())
        .param("plannedAt", command.plannedAt().atOffset(ZoneOffset.UTC))
        .param("target", target)
        .update();
  }

  Optional<Told> told(JobId job) {
    return jdbc.sql(TOLD)
        .param("job", job.value())
        .query((row, _) -> new Told(row.getString("channel_id"), row.getString("text")))
        .optional();
  }
}
