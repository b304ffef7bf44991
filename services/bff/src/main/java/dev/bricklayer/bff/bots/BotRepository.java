package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotId;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of the read model. */
@Repository
class BotRepository {

  private static final String STATUS_OF_JOB =
      """
      select job.revision, job.status
      from job join bot on bot.bot_id = job.bot_id
      where job.job_id = :job and job.bot_id = :bot and job.status <> 'DELETED'
        and bot.owner_id = any(:owners) and bot.status <> 'DELETED'
      """;

  private static final String BOTS =
      """
      select bot.bot_id, bot.owner_id, bot.name, bot.username, bot.status,
        bot_run.status as run_status, bot_run.stop_reason
      from bot left join bot_run on bot_run.bot_id = bot.bot_id
      where bot.status <> 'DELETED'
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

  private static final String ONE =
      BOTS + " and bot.bot_id = :bot and bot.owner_id in (" + Accounts.SELVES + ")";

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
      BOTS
          + """
          and bot.owner_id = any(:owners) and bot.bot_id > :after
          order by bot.bot_id
          limit :most
          """;

  private static final String JOB =
      """
      job.job_id, job.bot_id as bot_of_job, job.revision, job.content, job.status as job_status,
        run.revision as run_revision, run.status as job_run_status,
        run.stop_reason as job_stop_reason, run.last_planned_at, run.last_at, run.last_outcome,
        coalesce(job.being_sent_since > coalesce(run.last_at, '-infinity'), false) as being_sent,
        job.muted_revision is not distinct from job.revision as muted
      """;

  /** Served by job__of_bot; ids grow with time, so this is the order of creation. */
  private static final String JOBS =
      "select "
          + JOB
          + """
          from job left join run on run.job_id = job.job_id
          where job.bot_id = any(:bots) and job.status <> 'DELETED'
          order by job.bot_id, job.job_id
          """;

  /**
   * One question, because whoever has made a bot waits for it: a row for each job, at least one.
   */
  private static final String WITH_JOBS =
      "select bot.bot_id, bot.owner_id, bot.name, bot.username, bot.status,"
          + " bot_run.status as run_status, bot_run.stop_reason, "
          + JOB
          + """
          from bot left join bot_run on bot_run.bot_id = bot.bot_id
          left join job on job.bot_id = bot.bot_id and job.status <> 'DELETED'
          left join run on run.job_id = job.job_id
          where bot.status <> 'DELETED' and bot.bot_id = :bot and bot.owner_id in (
          """
          + Accounts.SELVES
          + """
          )
          order by job.job_id
          """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  BotRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A bot and its jobs, in the order of their creation. */
  record BotWithJobs(KnownBot bot, List<KnownJob> jobs) {}

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

  /** Of this person, or of another self of theirs. */
  Optional<KnownBot> find(BotId bot, PersonId owner) {
    return jdbc.sql(ONE)
        .param("person", owner.value())
        .param("bot", bot.value())
        .query(BotRepository::bot)
        .optional();
  }

  /** The same, with its jobs. */
  Optional<BotWithJobs> findWithJobs(BotId bot, PersonId owner) {
    return jdbc.sql(WITH_JOBS)
        .param("person", owner.value())
        .param("bot", bot.value())
        .query(this::withJobs);
  }

  private Optional<BotWithJobs> withJobs(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    KnownBot bot = bot(rows, 0);
    List<KnownJob> jobs = new ArrayList<>();
    do {
      if (rows.getObject("job_id") != null) {
        jobs.add(job(rows, jobs.size()));
      }
    } while (rows.next());
    return Optional.of(new BotWithJobs(bot, jobs));
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
        new BotId(row.getObject("bot_of_job", UUID.class)),
        row.getLong("revision"),
        json.read(Objects.requireNonNull(row.getString("content")), JobContent.class),
        JobState.Status.valueOf(row.getString("job_status")),
        row.getBoolean("being_sent"),
        row.getBoolean("muted"),
        run(row));
  }

  private static KnownJob.@Nullable Run run(ResultSet row) throws SQLException {
    String status = row.getString("job_run_status");
    return status == null
        ? null
        : new KnownJob.Run(
            row.getLong("run_revision"),
            RunState.Status.valueOf(status),
            code(row.getString("job_stop_reason")),
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

  private static @Nullable RefusalCode code(@Nullable String name) {
    return name == null ? null : RefusalCode.valueOf(name);
  }
}
