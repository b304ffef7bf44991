package dev.bricklayer.engine.delivery;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Occurrences while they are delivered. Locks are taken in one order everywhere: the job's row, the
 * occurrence's, then run and bot.
 */
@Repository
class DeliveryRepository {

  /**
   * The job's lock: an edit, a pause or a deletion that was acknowledged before is seen here, a
   * later one waits until SENDING is committed.
   */
  private static final String LOCK_JOB =
      """
      select job.bot_id, job.text, job.channel_id, job.missed_rule,
             extract(epoch from job.missed_within)::bigint as missed_within_seconds,
             schedule.rule, schedule.next_fire_at,
             coalesce(bot.stop_reason, run.stop_reason) as stop_reason,
             bot.account_user_id, bot.account_username, bot.credentials, bot.credentials_version,
             clock_timestamp() as now
      from job
      join bot using (bot_id)
      join run using (job_id)
      join schedule using (job_id)
      where job_id = :job
      for no key update of job
      """;

  /** By the primary key; later ones of the job are found in the same index, in the days since. */
  private static final String LOCK_OCCURRENCE =
      """
      select state, late, attempt, sending_until, doubt_since, channel_id,
             later.due as later_due, later.missed as later_missed
      from occurrence
      cross join lateral (
        select count(*) as due, coalesce(bool_or(late), false) as missed
        from occurrence as other
        where other.job_id = :job and other.planned_at > :plannedAt and other.planned_at <= now()
      ) as later
      where job_id = :job and planned_at = :plannedAt
      for update of occurrence
      """;

  /** How many missed instants stand in a row right before this one, whatever rows they share. */
  private static final String MISSED_BEFORE =
      """
      select coalesce(sum(coalesce(missed_count, 1)), 0)
      from occurrence
      where job_id = :job and planned_at < :plannedAt and state = 'MISSED'
        and planned_at > coalesce(
          (select max(planned_at) from occurrence
           where job_id = :job and planned_at < :plannedAt and state <> 'MISSED'),
          '-infinity')
      """;

  /** From here on it may stand in the channel, so the doubt begins. */
  private static final String SET_SENDING =
      """
      update occurrence
      set state = 'SENDING', attempt = attempt + 1, owner = :owner,
          sending_until = now() + :millis * interval '1 millisecond',
          look_at = now() + :millis * interval '1 millisecond',
          doubt_since = coalesce(doubt_since, now()),
          channel_id = coalesce(channel_id, :channel)
      where job_id = :job and planned_at = :plannedAt
      """;

  private static final String HAND_BACK =
      """
      update occurrence
      set state = 'READY', sending_until = null, doubt_since = null, channel_id = null,
          reason = :reason, published_at = null, look_at = now()
      where job_id = :job and planned_at = :plannedAt
        and state = 'SENDING' and attempt = :attempt
      """;

  private static final String EXPIRE =
      """
      update occurrence
      set sending_until = now()
      where job_id = :job and planned_at = :plannedAt
        and state = 'SENDING' and attempt = :attempt
      """;

  private static final String RETRY =
      """
      update occurrence
      set state = 'RETRY', sending_until = null, doubt_since = null, channel_id = null,
          reason = :reason, look_at = now() + :millis * interval '1 millisecond'
      where job_id = :job and planned_at = :plannedAt
        and state = 'SENDING' and attempt = :attempt
      """;

  private static final String DOUBT =
      """
      update occurrence
      set sending_until = now() + :millis * interval '1 millisecond',
          look_at = now() + :millis * interval '1 millisecond', reason = :reason
      where job_id = :job and planned_at = :plannedAt
        and state = 'SENDING' and attempt = :attempt
      """;

  /** Only while no other sender took it since. */
  private static final String END =
      """
      update occurrence
      set state = :state, post_id = :post, reason = :reason, final_at = now(), look_at = null,
          sending_until = null
      where job_id = :job and planned_at = :plannedAt
        and look_at is not null and attempt = :attempt
      """;

  /** In a burst that this copy cannot serve: the leader hands them out again, bot by bot. */
  private static final String POSTPONE =
      """
      update occurrence
      set state = 'RETRY', look_at = now() + random() * :millis * interval '1 millisecond'
      from unnest(:jobs, :plannedAt) as postponed (job_id, planned_at)
      where occurrence.job_id = postponed.job_id
        and occurrence.planned_at = postponed.planned_at
        and occurrence.state = 'READY'
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  DeliveryRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<JobNow> lockJob(JobId job) {
    return jdbc.sql(LOCK_JOB).param("job", job.value()).query((row, _) -> job(row)).optional();
  }

  Optional<LedgerEntry> lock(Occurrence occurrence) {
    return about(LOCK_OCCURRENCE, occurrence).query((row, _) -> entry(row)).optional();
  }

  long missedBefore(Occurrence occurrence) {
    return about(MISSED_BEFORE, occurrence).query(Long.class).single();
  }

  void setSending(Occurrence occurrence, UUID owner, ChannelId channel, Duration sendingFor) {
    about(SET_SENDING, occurrence)
        .param("owner", owner)
        .param("channel", channel.value())
        .param("millis", sendingFor.toMillis())
        .update();
  }

  boolean handBack(Occurrence occurrence, int attempt, @Nullable String reason) {
    return about(HAND_BACK, occurrence).param("attempt", attempt).param("reason", reason).update()
        == 1;
  }

  boolean expire(Occurrence occurrence, int attempt) {
    return about(EXPIRE, occurrence).param("attempt", attempt).update() == 1;
  }

  boolean retry(Occurrence occurrence, int attempt, Duration after, String reason) {
    return about(RETRY, occurrence)
            .param("attempt", attempt)
            .param("millis", after.toMillis())
            .param("reason", reason)
            .update()
        == 1;
  }

  boolean doubt(Occurrence occurrence, int attempt, Duration lookAfter, String reason) {
    return about(DOUBT, occurrence)
            .param("attempt", attempt)
            .param("millis", lookAfter.toMillis())
            .param("reason", reason)
            .update()
        == 1;
  }

  boolean end(
      Occurrence occurrence,
      int attempt,
      OccurrenceState state,
      @Nullable PostId post,
      @Nullable String reason) {
    return about(END, occurrence)
            .param("attempt", attempt)
            .param("state", state.name())
            .param("post", post == null ? null : post.value())
            .param("reason", reason)
            .update()
        == 1;
  }

  void postpone(List<Occurrence> occurrences, Duration atMost) {
    jdbc.sql(POSTPONE)
        .param("millis", atMost.toMillis())
        .param(
            "jobs",
            new SqlArrayValue("uuid", occurrences.stream().map(o -> o.jobId().value()).toArray()))
        .param(
            "plannedAt",
            new SqlArrayValue(
                "timestamptz", occurrences.stream().map(Occurrence::plannedAt).toArray()))
        .update();
  }

  private JdbcClient.StatementSpec about(String sql, Occurrence occurrence) {
    return jdbc.sql(sql)
        .param("job", occurrence.jobId().value())
        .param("plannedAt", occurrence.plannedAt().atOffset(ZoneOffset.UTC));
  }

  private JobNow job(ResultSet row) throws SQLException {
    String stopReason = row.getString("stop_reason");
    return new JobNow(
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getString("text"),
        new ChannelId(row.getString("channel_id")),
        new Missed(
            Missed.Rule.valueOf(row.getString("missed_rule")),
            Duration.ofSeconds(row.getLong("missed_within_seconds"))),
        row.getString("rule"),
        instant(row, "next_fire_at"),
        stopReason == null ? null : RefusalCode.valueOf(stopReason),
        new BotAccount(row.getString("account_user_id"), row.getString("account_username")),
        json.read(row.getString("credentials"), Credentials.class),
        row.getLong("credentials_version"),
        row.getObject("now", OffsetDateTime.class).toInstant());
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    String channel = row.getString("channel_id");
    return new LedgerEntry(
        OccurrenceState.valueOf(row.getString("state")),
        row.getBoolean("late"),
        row.getInt("attempt"),
        instant(row, "sending_until"),
        instant(row, "doubt_since"),
        channel == null ? null : new ChannelId(channel),
        row.getInt("later_due"),
        row.getBoolean("later_missed"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
