package dev.bricklayer.bff.bots;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.messaging.LastWrites;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the rows of the read model. Order across copies of a service is not guaranteed, so each
 * row has the version of the word it keeps and skips older ones. PENDING is where things begin:
 * whatever a row says already is later, also where it was told by the closing event, which carries
 * no version of the job.
 */
@Repository
class ReadModelRepository {

  private static final String KEEP_BOT =
      """
      insert into bot (bot_id, owner_id, name, username, status, version)
      values (:bot, :owner, :name, :username, :status, :version)
      on conflict (bot_id) do update
      set owner_id = excluded.owner_id, name = excluded.name, username = excluded.username,
        status = case excluded.status when 'PENDING' then bot.status else excluded.status end,
        version = excluded.version
      where bot.version < excluded.version and bot.status <> 'DELETED'
      """;

  /** For good: no word of it, however new, is looked at any more. */
  private static final String BURY_BOT =
      """
      insert into bot (bot_id, status, version)
      values (:bot, 'DELETED', 0)
      on conflict (bot_id) do update
      set owner_id = null, name = null, username = null, status = 'DELETED'
      """;

  /** A tombstone for what was refused before constructor's own word of it has come. */
  private static final String DISCARD_BOT =
      """
      insert into bot (bot_id, status, version)
      values (:bot, 'DELETED', 0)
      on conflict (bot_id) do update
      set owner_id = null, name = null, username = null, status = 'DELETED'
      where bot.status = 'PENDING'
      """;

  private static final String KEEP_BOT_RUN =
      """
      insert into bot_run (bot_id, status, stop_reason, version)
      values (:bot, :status, :stopReason, :version)
      on conflict (bot_id) do update
      set status = excluded.status, stop_reason = excluded.stop_reason, version = excluded.version
      where bot_run.version < excluded.version
      """;

  private static final String KEEP_JOB =
      """
      insert into job (job_id, bot_id, revision, content, status, version)
      values (:job, :bot, :revision, :content, :status, :version)
      on conflict (job_id) do update
      set revision = excluded.revision, content = excluded.content,
        being_sent_since = case when job.revision = excluded.revision then job.being_sent_since end,
        status = case excluded.status when 'PENDING' then job.status else excluded.status end,
        version = excluded.version
      where job.version < excluded.version
      """;

  private static final String ACTIVATE_JOB =
      """
      insert into job (job_id, bot_id, revision, content, status, version)
      values (:job, :bot, :revision, :content, 'ACTIVE', 0)
      on conflict (job_id) do update
      set status = 'ACTIVE'
      where job.status = 'PENDING'
      """;

  /** A deleted job keeps its id and version, so that an older word of it is known as such. */
  private static final String ERASE_JOB =
      """
      insert into job (job_id, bot_id, revision, status, version)
      values (:job, :bot, 0, 'DELETED', :version)
      on conflict (job_id) do update
      set content = null, status = 'DELETED', version = greatest(job.version, excluded.version)
      """;

  /** A tombstone for what was refused before storage's own word of it has come. */
  private static final String DISCARD_JOB =
      """
      insert into job (job_id, bot_id, revision, status, version)
      values (:job, :bot, 0, 'DELETED', 0)
      on conflict (job_id) do update
      set content = null, status = 'DELETED'
      where job.status = 'PENDING'
      """;

  private static final String NOTE_MUTED =
      """
      update job set muted_revision = cast(:muted as bigint) where job_id = :job
      """;

  /** Until the engine tells of a run that is final. */
  private static final String NOTE_BEING_SENT =
      """
      update job set being_sent_since = now()
      where job_id = :job and revision = :revision and being_sent_since is null
      """;

  private static final String KEEP_RUN =
      """
      insert into run
        (job_id, bot_id, revision, status, stop_reason, last_planned_at, last_at, last_outcome, version)
      values
        (:job, :bot, :revision, :status, :stopReason, :lastPlannedAt, :lastAt, :lastOutcome, :version)
      on conflict (job_id) do update
      set revision = excluded.revision, status = excluded.status, stop_reason = excluded.stop_reason,
        last_planned_at = excluded.last_planned_at, last_at = excluded.last_at,
        last_outcome = excluded.last_outcome, version = excluded.version
      where run.version < excluded.version
      """;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final JsonColumns json;

  ReadModelRepository(JdbcClient jdbc, LastWrites lastWrites, JsonColumns json) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
  }

  void keep(BotState state) {
    jdbc.sql(KEEP_BOT).params(columns(state)).update();
  }

  private static Map<String, @Nullable Object> columns(BotState state) {
    boolean gone = state.status() == BotState.Status.DELETED;
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("bot", state.botId().value());
    columns.put("owner", gone ? null : state.owner().value());
    columns.put("name", gone ? null : state.name());
    columns.put("username", gone ? null : state.username());
    columns.put("status", state.status().name());
    columns.put("version", state.version());
    return columns;
  }

  void bury(BotId bot) {
    jdbc.sql(BURY_BOT).param("bot", bot.value()).update();
  }

  void discard(BotId bot) {
    jdbc.sql(DISCARD_BOT).param("bot", bot.value()).update();
  }

  void keep(BotRunState state) {
    jdbc.sql(KEEP_BOT_RUN)
        .param("bot", state.botId().value())
        .param("status", state.status().name())
        .param("stopReason", word(state.stopReason()))
        .param("version", state.version())
        .update();
  }

  void keep(JobState state) {
    boolean gone = state.status() == JobState.Status.DELETED;
    jdbc.sql(KEEP_JOB)
        .param("job", state.jobId().value())
        .param("bot", state.botId().value())
        .param("revision", state.job().revision())
        .param("content", gone ? null : json.column(state.job().content()))
        .param("status", state.status().name())
        .param("version", state.version())
        .update();
  }

  /** A bot and its first job, at the end of the transaction: somebody waits for them. */
  void activate(BotState bot, Job job) {
    lastWrites.sql(KEEP_BOT).params(columns(bot)).atCommit();
    lastWrites
        .sql(ACTIVATE_JOB)
        .param("job", job.id().value())
        .param("bot", bot.botId().value())
        .param("revision", job.revision())
        .param("content", json.column(job.content()))
        .atCommit();
  }

  void keep(RunState state) {
    RunState.LastRun last = state.lastRun();
    jdbc.sql(KEEP_RUN)
        .param("job", state.jobId().value())
        .param("bot", state.botId().value())
        .param("revision", state.revision())
        .param("status", state.status().name())
        .param("stopReason", word(state.stopReason()))
        .param("lastPlannedAt", last == null ? null : utc(last.plannedAt()))
        .param("lastAt", last == null ? null : utc(last.at()))
        .param("lastOutcome", last == null ? null : last.outcome().name())
        .param("version", state.version())
        .update();
  }

  void keep(MentionsChecked event) {
    jdbc.sql(NOTE_MUTED)
        .param("job", event.jobId().value())
        .param("muted", event.muted() ? event.revision() : null)
        .update();
  }

  void noteBeingSent(Job job) {
    jdbc.sql(NOTE_BEING_SENT)
        .param("job", job.id().value())
        .param("revision", job.revision())
        .update();
  }

  void erase(BotId bot, JobId job, long version) {
    jdbc.sql(ERASE_JOB)
        .param("job", job.value())
        .param("bot", bot.value())
        .param("version", version)
        .update();
  }

  void discard(BotId bot, JobId job) {
    jdbc.sql(DISCARD_JOB).param("job", job.value()).param("bot", bot.value()).update();
  }

  private static @Nullable String word(@Nullable RefusalCode code) {
    return code == null ? null : code.name();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
