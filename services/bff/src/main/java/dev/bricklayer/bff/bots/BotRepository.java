package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the read model. Order across copies of a service is not guaranteed, so each row has
 * the version of the word it keeps and skips older ones. PENDING is where things begin: whatever a
 * row says already is later, also where it was told by the closing event, which carries no version
 * of the job.
 */
@Repository
class BotRepository {

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

  /** Until the engine tells of a run that is final. */
  private static final String NOTE_BEING_SENT =
      """
      update job set being_sent_since = now()
      where job_id = :job and revision = :revision and being_sent_since is null
      """;

  private static final String STATUS_OF_JOB =
      """
      select job.revision, job.status
      from job join bot on bot.bot_id = job.bot_id
      where job.job_id = :job and job.bot_id = :bot and job.status <> 'DELETED'
        and bot.owner_id = any(:owners) and bot.status <> 'DELETED'
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

  private static final String BOTS =
      """
      select bot.bot_id, bot.owner_id, bot.name, bot.username, bot.status,
        bot_run.status as run_status, bot_run.stop_reason
      from bot left join bot_run on bot_run.bot_id = bot.bot_id
      where bot.status <> 'DELETED'
        and bot.owner_id = any(:owners)
      """;

  /**
   * The newest of anybody else's with a job in this channel; served by the indexes of its two
   * names.
   */
  private static final String OTHERS_IN =
      """
      select bot.bot_id, bot.owner_id, bot.name, bot.username, bot.status,
        bot_run.status as run_status, bot_run.stop_reason
      from bot left join bot_run on bot_run.bot_id = bot.bot_id
      where bot.status = 'ACTIVE' and bot.owner_id <> all(:owners)
        and bot.bot_id in (
          select job.bot_id from job
          where job.status <> 'DELETED' and content -> 'channel' ->> 'id' = :channel
          union
          select job.bot_id from job
          where job.status <> 'DELETED' and content -> 'channel' ->> 'name' = :name
            and content -> 'channel' ->> 'team' = :team)
      order by bot.bot_id desc
      limit :most
      """;

  private static final String ONE = BOTS + " and bot.bot_id = :bot";

  private static final String OWNER =
      """
      select owner_id from bot
      where bot_id = :bot and owner_id is not null and status <> 'DELETED'
      """;

  private static final String VERSION =
      """
      select version from bot
      where bot_id = :bot and owner_id = any(:owners) and status <> 'DELETED'
      """;

  /** Served by bot__of_owner: the page begins after the last id of the one before. */
  private static final String PAGE =
      BOTS + " and bot.bot_id > :after order by bot.bot_id limit :most";

  /** Served by job__of_bot; ids grow with time, so this is the order of creation. */
  private static final String JOBS =
      """
      select job.job_id, job.bot_id, job.revision, job.content, job.status,
        run.revision as run_revision, run.status as run_status, run.stop_reason,
        run.last_planned_at, run.last_at, run.last_outcome,
        coalesce(job.being_sent_since > coalesce(run.last_at, '-infinity'), false) as being_sent
      from job left join run on run.job_id = job.job_id
      where job.bot_id = any(:bots) and job.status <> 'DELETED'
      order by job.bot_id, job.job_id
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  BotRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void keep(BotState state) {
    boolean gone = state.status() == BotState.Status.DELETED;
    jdbc.sql(KEEP_BOT)
        .param("bot", state.botId().value())
        .param("owner", gone ? null : state.owner().value())
        .param("name", gone ? null : state.name())
        .param("username", gone ? null : state.username())
        .param("status", state.status().name())
        .param("version", state.version())
        .update();
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

  void activate(BotId bot, Job job) {
    jdbc.sql(ACTIVATE_JOB)
        .param("job", job.id().value())
        .param("bot", bot.value())
        .param("revision", job.revision())
        .param("content", json.column(job.content()))
        .update();
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

  Optional<JobStatus> statusOf(BotId bot, JobId job, Set<PersonId> owners) {
    return jdbc.sql(STATUS_OF_JOB)
        .param("job", job.value())
        .param("bot", bot.value())
        .param("owners", ids(owners))
        .query(
            (row, _) ->
                new JobStatus(
                    row.getLong("revision"), JobState.Status.valueOf(row.getString("status"))))
        .optional();
  }

  Optional<KnownBot> find(BotId bot, Set<PersonId> owners) {
    return jdbc.sql(ONE)
        .param("owners", ids(owners))
        .param("bot", bot.value())
        .query(BotRepository::bot)
        .optional();
  }

  Optional<PersonId> ownerOf(BotId bot) {
    return jdbc.sql(OWNER)
        .param("bot", bot.value())
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  Optional<Long> versionOf(BotId bot, Set<PersonId> owners) {
    return jdbc.sql(VERSION)
        .param("bot", bot.value())
        .param("owners", ids(owners))
        .query(Long.class)
        .optional();
  }

  List<KnownBot> page(Set<PersonId> owners, UUID after, int most) {
    return jdbc.sql(PAGE)
        .param("owners", ids(owners))
        .param("after", after)
        .param("most", most)
        .query(BotRepository::bot)
        .list();
  }

  List<KnownBot> othersIn(Spot spot, Set<PersonId> owners, int most) {
    return jdbc.sql(OTHERS_IN)
        .param("owners", ids(owners))
        .param("channel", spot.channel())
        .param("name", spot.name())
        .param("team", spot.team())
        .param("most", most)
        .query(BotRepository::bot)
        .list();
  }

  List<KnownJob> jobsOf(Collection<BotId> bots) {
    return jdbc.sql(JOBS)
        .param("bots", bots.stream().map(BotId::value).toArray(UUID[]::new))
        .query(this::job)
        .list();
  }

  private static UUID[] ids(Set<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(UUID[]::new);
  }

  private static KnownBot bot(ResultSet row, int number) throws SQLException {
    return new KnownBot(
        new BotId(row.getObject("bot_id", UUID.class)),
        new PersonId(row.getObject("owner_id", UUID.class)),
        row.getString("name"),
        row.getString("username"),
        BotState.Status.valueOf(row.getString("status")),
        botRun(row));
  }

  private static KnownBot.@Nullable Run botRun(ResultSet row) throws SQLException {
    String status = row.getString("run_status");
    return status == null
        ? null
        : new KnownBot.Run(BotRunState.Status.valueOf(status), code(row.getString("stop_reason")));
  }

  private KnownJob job(ResultSet row, int number) throws SQLException {
    return new KnownJob(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getLong("revision"),
        json.read(Objects.requireNonNull(row.getString("content")), JobContent.class),
        JobState.Status.valueOf(row.getString("status")),
        row.getBoolean("being_sent"),
        run(row));
  }

  private static KnownJob.@Nullable Run run(ResultSet row) throws SQLException {
    String status = row.getString("run_status");
    return status == null
        ? null
        : new KnownJob.Run(
            row.getLong("run_revision"),
            RunState.Status.valueOf(status),
            code(row.getString("stop_reason")),
            last(row));
  }

  private static RunState.@Nullable LastRun last(ResultSet row) throws SQLException {
    OffsetDateTime plannedAt = row.getObject("last_planned_at", OffsetDateTime.class);
    return plannedAt == null
        ? null
        : new RunState.LastRun(
            plannedAt.toInstant(),
            row.getObject("last_at", OffsetDateTime.class).toInstant(),
            RunState.Outcome.valueOf(row.getString("last_outcome")));
  }

  private static @Nullable String word(@Nullable RefusalCode code) {
    return code == null ? null : code.name();
  }

  private static @Nullable RefusalCode code(@Nullable String name) {
    return name == null ? null : RefusalCode.valueOf(name);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
