package dev.bricklayer.testkit.checker;

import dev.bricklayer.contracts.Missed;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.schedule.ScheduleSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jobs of an installation as they are meant to be now, each since it is so: what was before its
 * last change nobody can tell any more, so nothing is said about that.
 */
final class StandingJobs {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The pivot's row was written some time before it was committed. */
  private static final Duration WRITING = Duration.ofSeconds(10);

  private static final String JOBS =
      """
      select job_id, job.text, job.channel_id, job.missed_rule,
             extract(epoch from job.missed_within)::bigint as missed_within,
             job.not_before, schedule.rule,
             not job.paused and job.deleted_at is null and run.status <> 'STOPPED'
               and bot.status = 'RUNNING' as fires,
             greatest(
               to_timestamp(0),
               bot.credentials_since,
               (select decided_at from first_plan
                where first_plan.bot_id = job.bot_id and first_plan.state = 'PLANNED'),
               (select max(decided_at) from revision_plan
                where revision_plan.job_id = job.job_id and revision_plan.state = 'APPLIED')
             ) as since
      from job join bot using (bot_id) join schedule using (job_id) join run using (job_id)
      """;

  /** Where reminders went, or were meant to go. */
  private static final String CHANNELS =
      """
      select channel_id from job
      union
      select coalesce(target_id, channel_id) from occurrence
      where planned_at >= ? and coalesce(target_id, channel_id) is not null
      """;

  private final DatabaseAccess database;

  StandingJobs(DatabaseAccess database) {
    this.database = database;
  }

  /**
   * A job.
   *
   * @param since when it came to be as it is
   */
  record Standing(JobHistory history, String channelId, Instant since) {}

  /** All of them, as they are meant to be until then. */
  List<Standing> read(Instant until) {
    List<Standing> jobs = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(JOBS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        jobs.add(standing(row, until));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the jobs cannot be read", e);
    }
    return jobs;
  }

  /** Every channel in which reminders since then may stand. */
  List<String> channels(Instant since) {
    List<String> channels = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(CHANNELS)) {
      statement.setObject(1, since.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          channels.add(row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the channels cannot be read", e);
    }
    return channels;
  }

  /** What stands still has done so since some time that nobody wrote down: either is right. */
  private static Standing standing(ResultSet row, Instant until) throws SQLException {
    Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
    Moment planned = new Moment(since, since.plus(WRITING));
    JobHistory history =
        JobHistory.created(row.getObject("job_id", UUID.class), planned, content(row));
    if (!row.getBoolean("fires")) {
      history = history.silenced(new Moment(since, until.isAfter(since) ? until : since));
    }
    return new Standing(history, row.getString("channel_id"), since);
  }

  private static Content content(ResultSet row) throws SQLException {
    Reckoning rule = Reckoning.of(JSON.readValue(row.getString("rule"), ScheduleSpec.class));
    OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
    return new Content(
        row.getString("text"),
        row.getString("channel_id"),
        notBefore == null ? rule : Reckoning.notBefore(notBefore.toInstant(), rule),
        new Missed(
            Missed.Rule.valueOf(row.getString("missed_rule")),
            Duration.ofSeconds(row.getLong("missed_within"))));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
