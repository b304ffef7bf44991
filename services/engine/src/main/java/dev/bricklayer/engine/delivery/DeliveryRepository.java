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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
   * The jobs' locks, in one order everywhere: an edit, a pause or a deletion that was acknowledged
   * before is seen here, a later one waits until SENDING is committed.
   */
  private static final String LOCK_JOBS =
      """
      select job.job_id, job.bot_id, job.text, job.language, job.channel_id, job.missed_rule,
             extract(epoch from job.missed_within)::bigint as missed_within_seconds,
             schedule.rule, schedule.next_fire_at,
             coalesce(bot.stop_reason, run.stop_reason) as stop_reason,
             bot.account_user_id, bot.account_username, bot.former_accounts,
             bot.credentials, bot.credentials_version, bot.credentials_since,
             clock_timestamp() as now
      from job
      join bot using (bot_id)
      join run using (job_id)
      join schedule using (job_id)
      where job_id = any(:jobs)
      order by job_id
      for no key update of job
      """;

  /**
   * By the primary key; later ones of a job are found in the same index, in the days since. Here
   * and below the bounds spare the ledger's other days: without them a plan has a part for each.
   */
  private static final String LOCK_OCCURRENCES =
      """
      select job_id, occurrence.bot_id, planned_at, state, late, attempt, sending_until, doubt_since,
             channel_id, withdrawn, manual, target_id, later.due as later_due, later.missed as later_missed
      from unnest(:jobs, :plannedAt) as asked (job_id, planned_at)
      join occurrence using (job_id, planned_at)
      cross join lateral (
        select count(*) as due, coalesce(bool_or(other.late), false) as missed
        from occurrence as other
        where other.job_id = asked.job_id
          and other.planned_at > asked.planned_at and other.planned_at <= now()
          and other.planned_at > :earliest and not other.manual
      ) as later
      where occurrence.planned_at between :earliest and :latest
      order by job_id, planned_at
      for update of occurrence
      """;

  private static final String LOCK_JOBS_ONLY =
      """
      select job_id from job where job_id = any(:jobs) order by job_id for no key update
      """;

  /** How many missed instants stand in a row right before this one, whatever rows they share. */
  private static final String MISSED_BEFORE =
      """
      select coalesce(sum(coalesce(missed_count, 1)), 0)
      from occurrence
      where job_id = :job and planned_at < :plannedAt and state = 'MISSED'
        and planned_at > coalesce(
          (select max(planned_at) from occurrence
           where job_id = :job and planned_at < :plannedAt and state <> 'MISSED'
             and not manual),
          '-infinity')
      """;

  /** From here on they may stand in the channel, so the doubt begins. */
  private static final String SET_SENDING =
      """
      update occurrence
      set state = 'SENDING', attempt = attempt + 1, owner = :owner,
          sending_until = now() + :millis * interval '1 millisecond',
          look_at = now() + :millis * interval '1 millisecond',
          doubt_since = coalesce(doubt_since, now()),
          channel_id = coalesce(occurrence.channel_id, taken.channel_id)
      from unnest(:jobs, :plannedAt, :channels) as taken (job_id, planned_at, channel_id)
      where occurrence.job_id = taken.job_id and occurrence.planned_at = taken.planned_at
        and occurrence.planned_at between :earliest and :latest
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

  /** It waits in line; the leader's own look is a net for what nobody picks out of it. */
  private static final String RETRY =
      """
      update occurrence
      set state = 'RETRY', sending_until = null, doubt_since = null, channel_id = null,
          reason = :reason, waits_until = now() + :millis * interval '1 millisecond',
          look_at = now() + :millis * interval '1 millisecond' + interval '1 hour'
      where job_id = :job and planned_at = :plannedAt
        and state = 'SENDING' and attempt = :attempt
      """;

  /** As for a retry: it waits in line, and the leader's look is a net. */
  private static final String AWAIT_INSTANT =
      """
      update occurrence
      set state = 'RETRY', waits_until = planned_at, look_at = planned_at + interval '1 hour'
      where job_id = :job and planned_at = :plannedAt and state = 'READY'
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

  /** As {@link #END}, for all that are too late. */
  private static final String SET_MISSED =
      """
      update occurrence
      set state = 'MISSED', reason = 'too late', final_at = now(), look_at = null,
          sending_until = null
      from unnest(:jobs, :plannedAt, :attempts) as missed (job_id, planned_at, attempt)
      where occurrence.job_id = missed.job_id and occurrence.planned_at = missed.planned_at
        and occurrence.look_at is not null and occurrence.attempt = missed.attempt
      """;

  /** As {@link #END}, for all that were posted at about the same time. */
  private static final String SET_SENT =
      """
      update occurrence
      set state = 'SENT', post_id = sent.post_id, reason = null, final_at = now(), look_at = null,
          sending_until = null
      from unnest(:jobs, :plannedAt, :attempts, :posts)
        as sent (job_id, planned_at, attempt, post_id)
      where occurrence.job_id = sent.job_id and occurrence.planned_at = sent.planned_at
        and occurrence.planned_at between :earliest and :latest
        and occurrence.look_at is not null and occurrence.attempt = sent.attempt
      returning occurrence.job_id, occurrence.bot_id, occurrence.planned_at
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  DeliveryRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Locks the jobs and says how they are; those that are gone are missing. */
  Map<JobId, JobNow> lockJobs(List<Occurrence> occurrences) {
    Map<JobId, JobNow> jobs = new HashMap<>();
    jdbc.sql(LOCK_JOBS)
        .param("jobs", array("uuid", occurrences, o -> o.jobId().value()))
        .query(
            row -> {
              jobs.put(new JobId(row.getObject("job_id", UUID.class)), job(row));
            });
    return jobs;
  }

  /** Locks the jobs. */
  void lockJobsOnly(List<Occurrence> occurrences) {
    jdbc.sql(LOCK_JOBS_ONLY)
        .param("jobs", array("uuid", occurrences, o -> o.jobId().value()))
        .query(row -> {});
  }

  /** Locks the occurrences and says how they stand; those in no ledger are missing. */
  Map<Occurrence, LedgerEntry> lock(List<Occurrence> occurrences) {
    Map<Occurrence, LedgerEntry> entries = locked(occurrences);
    List<Occurrence> missing =
        occurrences.stream().filter(each -> !entries.containsKey(each)).toList();
    if (!missing.isEmpty()) {
      // PostgreSQL 18 leaves out rows that it had to wait for, where the plan is one for any values
      // and drops the other days as it starts. Nobody has to be waited for any more.
      entries.putAll(locked(missing));
    }
    return entries;
  }

  private Map<Occurrence, LedgerEntry> locked(List<Occurrence> occurrences) {
    Map<Occurrence, LedgerEntry> entries = new LinkedHashMap<>();
    about(LOCK_OCCURRENCES, occurrences)
        .query(
            row -> {
              entries.put(occurrence(row), entry(row));
            });
    return entries;
  }

  long missedBefore(Occurrence occurrence) {
    return about(MISSED_BEFORE, occurrence).query(Long.class).single();
  }

  void setMissed(List<Occurrence> missed, List<Integer> attempts) {
    about(SET_MISSED, missed)
        .param("attempts", new SqlArrayValue("int4", attempts.toArray()))
        .update();
  }

  void setSending(List<Sending> taken, UUID owner, Duration sendingFor) {
    about(SET_SENDING, taken.stream().map(Sending::occurrence).toList())
        .param("channels", array("text", taken, sending -> sending.channel().value()))
        .param("owner", owner)
        .param("millis", sendingFor.toMillis())
        .update();
  }

  /** Those that no other sender took since. */
  List<Occurrence> setSent(List<Sending> sent, List<PostId> posts) {
    return about(SET_SENT, sent.stream().map(Sending::occurrence).toList())
        .param("attempts", array("int4", sent, Sending::attempt))
        .param("posts", array("text", posts, PostId::value))
        .query((row, _) -> occurrence(row))
        .list();
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

  void awaitInstant(Occurrence occurrence) {
    about(AWAIT_INSTANT, occurrence).update();
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

  private JdbcClient.StatementSpec about(String sql, Occurrence occurrence) {
    return jdbc.sql(sql)
        .param("job", occurrence.jobId().value())
        .param("plannedAt", occurrence.plannedAt().atOffset(ZoneOffset.UTC));
  }

  private JdbcClient.StatementSpec about(String sql, List<Occurrence> occurrences) {
    List<Instant> sorted = occurrences.stream().map(Occurrence::plannedAt).sorted().toList();
    return jdbc.sql(sql)
        .param("jobs", array("uuid", occurrences, o -> o.jobId().value()))
        .param("plannedAt", array("timestamptz", occurrences, Occurrence::plannedAt))
        .param("earliest", sorted.getFirst().atOffset(ZoneOffset.UTC))
        .param("latest", sorted.getLast().atOffset(ZoneOffset.UTC));
  }

  private static <T> SqlArrayValue array(
      String type, List<T> rows, Function<? super T, Object> column) {
    return new SqlArrayValue(type, rows.stream().map(column).toArray());
  }

  private static Occurrence occurrence(ResultSet row) throws SQLException {
    return new Occurrence(
        new JobId(row.getObject("job_id", UUID.class)),
        new BotId(row.getObject("bot_id", UUID.class)),
        row.getObject("planned_at", OffsetDateTime.class).toInstant());
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
        row.getString("language"),
        instant(row, "next_fire_at"),
        stopReason == null ? null : RefusalCode.valueOf(stopReason),
        new BotAccount(row.getString("account_user_id"), row.getString("account_username")),
        Set.of((String[]) row.getArray("former_accounts").getArray()),
        json.read(row.getString("credentials"), Credentials.class),
        row.getLong("credentials_version"),
        instant(row, "credentials_since"),
        row.getObject("now", OffsetDateTime.class).toInstant());
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    String channel = row.getString("channel_id");
    String withdrawn = row.getString("withdrawn");
    return new LedgerEntry(
        OccurrenceState.valueOf(row.getString("state")),
        row.getBoolean("late"),
        row.getInt("attempt"),
        instant(row, "sending_until"),
        instant(row, "doubt_since"),
        channel == null ? null : new ChannelId(channel),
        row.getInt("later_due"),
        row.getBoolean("later_missed"),
        withdrawn == null ? null : OccurrenceState.valueOf(withdrawn),
        row.getBoolean("manual") ? manual(row) : null);
  }

  private static LedgerEntry.Manual manual(ResultSet row) throws SQLException {
    String target = row.getString("target_id");
    return new LedgerEntry.Manual(target == null ? null : new ChannelId(target));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
