package dev.bricklayer.engine.planning;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.engine.channel.MassMention;
import dev.bricklayer.engine.claim.Rules;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.engine.run.Runs;
import dev.bricklayer.messaging.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Jobs, their schedules and what of the ledger a change reaches. Locks are taken in the order of
 * the deliveries: the job's row first.
 */
@Repository
class JobPlanRepository {

  private static final String NOW =
      """
      select clock_timestamp()
      """;

  private static final String BOT =
      """
      select account_user_id, account_username, credentials, status from bot where bot_id = :bot
      """;

  private static final String IS_DELETED =
      """
      select exists (select from job_tombstone where job_id = :job)
      """;

  /**
   * The job's row orders this with deliveries, the schedule's with claims: a claim that is under
   * way is waited for, a later one skips the row. What they wrote is for the next statement to see.
   */
  private static final String LOCK =
      """
      select job_id
      from job
      join schedule using (job_id)
      where job_id = :job and job.bot_id = :bot and deleted_at is null
      for no key update of job, schedule
      """;

  private static final String READ =
      """
      select job.channel_id, job.channel_team, job.channel_name, job.paused, schedule.rule,
             run.*, job.bot_id, job.revision
      from job
      join run using (job_id)
      join schedule using (job_id)
      where job_id = :job
      """;

  /** By the primary key; a statement of its own, so that it sees what a claim wrote meanwhile. */
  private static final String UNDER_WAY =
      """
      select bot_id, planned_at, state, attempt, manual
      from occurrence
      where job_id = :job and look_at is not null
      """;

  /**
   * Whether a mention of all notifies them, nobody has looked at yet: that is done in the next
   * round. A job belongs to its bot's shard: one leader knows all that a bot has to say.
   */
  private static final String ADD =
      """
      with added as (
        insert into job
          (job_id, bot_id, revision, text, channel_id, channel_team, channel_name, missed_rule,
           missed_within, paused, requester, not_before, language, looked_at)
        values
          (:job, :bot, :revision, :text, :channelId, :channelTeam, :channelName, :missedRule,
           :missedSeconds * interval '1 second', :paused, :requester, :notBefore, :language,
           case when :mentions then '-infinity' else now() end)
      )
      insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
      values
        (:job, :bot, shard_of(:bot, (select shards from sharding)), :nextFireAt, :rule)
      """;

  private static final String REVISE =
      """
      update job
      set revision = :revision, text = :text, channel_id = :channelId, channel_team = :channelTeam,
          channel_name = :channelName, missed_rule = :missedRule,
          missed_within = :missedSeconds * interval '1 second', paused = :paused,
          requester = :requester, not_before = :notBefore, language = :language,
          looked_at = case when :mentions then '-infinity' else now() end
      where job_id = :job
      """;

  private static final String PLAN =
      """
      update schedule set next_fire_at = :nextFireAt, rule = :rule where job_id = :job
      """;

  /** A sender keeps what it has in hand; should it come back unsent, it ends as is noted here. */
  private static final String TAKE_BACK =
      """
      update occurrence
      set state = case state when 'SENDING' then state else :end end,
          withdrawn = case state when 'SENDING' then :end end,
          look_at = case state when 'SENDING' then look_at end,
          final_at = case state when 'SENDING' then null else now() end,
          reason = case state when 'SENDING' then reason else 'the job was changed' end
      where job_id = :job and planned_at = :plannedAt and look_at is not null
      """;

  private static final String GIVE_BACK =
      """
      update occurrence set withdrawn = null
      where job_id = :job and planned_at = :plannedAt and withdrawn is not null
      """;

  private static final String TAKEN_BACK_AHEAD =
      """
      select planned_at from occurrence
      where job_id = :job and planned_at > clock_timestamp()
        and state in ('SUPERSEDED', 'CANCELLED')
      """;

  /** Ready again, and planned again: the claim finds the row there, and arms it. */
  private static final String REVIVE =
      """
      update occurrence
      set state = 'READY', withdrawn = null, final_at = null, reason = null, published_at = null,
          late = false, look_at = planned_at + interval '30 seconds'
      where job_id = :job and planned_at = :plannedAt and state in ('SUPERSEDED', 'CANCELLED')
      """;

  private static final String DELETE = "delete from job where job_id = :job";

  private static final String EMPTY =
      """
      with unplanned as (
        update schedule set next_fire_at = null where job_id = :job
      )
      update job set deleted_at = now(), text = '' where job_id = :job
      """;

  private static final String BURY =
      """
      insert into job_tombstone (job_id, bot_id, being_sent) values (:job, :bot, :beingSent)
      """;

  private static final String WAS_BEING_SENT =
      """
      select being_sent from job_tombstone where job_id = :job
      """;

  /** Served by job__deleted. */
  private static final String FORGET_DELETED =
      """
      delete from job
      where deleted_at is not null
        and not exists (
          select from occurrence
          where occurrence.job_id = job.job_id and occurrence.look_at is not null)
      """;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final JsonColumns json;

  JobPlanRepository(JdbcClient jdbc, LastWrites lastWrites, JsonColumns json) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
  }

  /** An occurrence that is not final. */
  record UnderWay(Occurrence occurrence, OccurrenceState state, int attempt, boolean manual) {

    Instant plannedAt() {
      return occurrence.plannedAt();
    }

    /** Whether no sender ever had it, so that what stands before it was not told yet. */
    boolean isUntouched() {
      return attempt == 0;
    }
  }

  Instant now() {
    return jdbc.sql(NOW).query(OffsetDateTime.class).single().toInstant();
  }

  Optional<PlannedBot> bot(BotId bot) {
    return jdbc.sql(BOT)
        .param("bot", bot.value())
        .query(
            (row, _) ->
                new PlannedBot(
                    new BotAccount(
                        row.getString("account_user_id"), row.getString("account_username")),
                    json.read(row.getString("credentials"), Credentials.class),
                    row.getString("status").equals("STOPPED")))
        .optional();
  }

  boolean isDeleted(JobId job) {
    return jdbc.sql(IS_DELETED).param("job", job.value()).query(Boolean.class).single();
  }

  /** False when there is no such job. */
  boolean lock(BotId bot, JobId job) {
    return jdbc.sql(LOCK)
        .param("job", job.value())
        .param("bot", bot.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  PlannedNow read(JobId job, Rules rules, List<UnderWay> underWay) {
    return jdbc.sql(READ)
        .param("job", job.value())
        .query((row, _) -> planned(row, rules, underWay))
        .single();
  }

  private static PlannedNow planned(ResultSet row, Rules rules, List<UnderWay> underWay)
      throws SQLException {
    return new PlannedNow(
        new PlannedChannel(
            row.getString("channel_id"),
            row.getString("channel_team"),
            row.getString("channel_name")),
        rules.read(row.getString("rule")).toSpec(),
        row.getBoolean("paused"),
        Runs.state(row),
        underWay.stream().anyMatch(one -> one.state() == OccurrenceState.SENDING),
        !underWay.isEmpty());
  }

  List<UnderWay> underWay(JobId job) {
    return jdbc.sql(UNDER_WAY)
        .param("job", job.value())
        .query(
            (row, _) ->
                new UnderWay(
                    new Occurrence(
                        job,
                        new BotId(row.getObject("bot_id", UUID.class)),
                        row.getObject("planned_at", OffsetDateTime.class).toInstant()),
                    OccurrenceState.valueOf(row.getString("state")),
                    row.getInt("attempt"),
                    row.getBoolean("manual")))
        .list();
  }

  /** At the end of the transaction. */
  void add(BotId bot, Job job, Planning planning, String rule) {
    lastWrites
        .sql(ADD)
        .params(written(job, planning))
        .param("bot", bot.value())
        .param("nextFireAt", utc(planning.nextRunAt()))
        .param("rule", rule)
        .atCommit();
  }

  void revise(Job job, Planning planning) {
    jdbc.sql(REVISE).params(written(job, planning)).update();
  }

  private static Map<String, @Nullable Object> written(Job job, Planning planning) {
    JobContent content = job.content();
    PlannedChannel channel = planning.channel();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("job", job.id().value());
    columns.put("revision", job.revision());
    columns.put("text", content.text());
    columns.put("channelId", channel.id());
    columns.put("channelTeam", channel.team());
    columns.put("channelName", channel.name());
    columns.put("missedRule", content.missed().rule().name());
    columns.put("missedSeconds", content.missed().within().toSeconds());
    columns.put("paused", planning.paused());
    columns.put("requester", planning.requester());
    columns.put("notBefore", utc(content.notBefore()));
    columns.put("mentions", MassMention.isIn(content.text()));
    columns.put("language", content.language());
    return columns;
  }

  void plan(JobId job, @Nullable Instant nextFireAt, String rule) {
    jdbc.sql(PLAN)
        .param("job", job.value())
        .param("nextFireAt", utc(nextFireAt))
        .param("rule", rule)
        .update();
  }

  void takeBack(JobId job, Instant plannedAt, OccurrenceState end) {
    about(TAKE_BACK, job, plannedAt).param("end", end.name()).update();
  }

  void giveBack(JobId job, Instant plannedAt) {
    about(GIVE_BACK, job, plannedAt).update();
  }

  List<Instant> takenBackAhead(JobId job) {
    return jdbc.sql(TAKEN_BACK_AHEAD)
        .param("job", job.value())
        .query((row, _) -> row.getObject("planned_at", OffsetDateTime.class).toInstant())
        .list();
  }

  void revive(JobId job, Instant plannedAt) {
    about(REVIVE, job, plannedAt).update();
  }

  void delete(JobId job) {
    jdbc.sql(DELETE).param("job", job.value()).update();
  }

  void empty(JobId job) {
    jdbc.sql(EMPTY).param("job", job.value()).update();
  }

  void bury(BotId bot, JobId job, boolean beingSent) {
    jdbc.sql(BURY)
        .param("job", job.value())
        .param("bot", bot.value())
        .param("beingSent", beingSent)
        .update();
  }

  boolean wasBeingSent(JobId job) {
    return jdbc.sql(WAS_BEING_SENT).param("job", job.value()).query(Boolean.class).single();
  }

  /** Those whose last sending is settled by now; how many there were. */
  int forgetDeleted() {
    return jdbc.sql(FORGET_DELETED).update();
  }

  private JdbcClient.StatementSpec about(String sql, JobId job, Instant plannedAt) {
    return jdbc.sql(sql)
        .param("job", job.value())
        .param("plannedAt", plannedAt.atOffset(ZoneOffset.UTC));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
