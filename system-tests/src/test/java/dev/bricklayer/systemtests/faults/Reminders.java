package dev.bricklayer.systemtests.faults;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.testkit.checker.Content;
import dev.bricklayer.testkit.checker.Evidence;
import dev.bricklayer.testkit.checker.JobHistory;
import dev.bricklayer.testkit.checker.KafkaReader;
import dev.bricklayer.testkit.checker.LedgerReader;
import dev.bricklayer.testkit.checker.Moment;
import dev.bricklayer.testkit.checker.Reckoning;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many reminders, each due once while the test runs, written as the pivot of a saga leaves them:
 * their instants lie as close as a test wants and not only on full minutes. What became of them is
 * for the checker to say.
 */
final class Reminders {

  private static final int BOTS = 20;

  private static final String BOT =
      """
      insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
      values (:bot, gen_random_uuid(), :user, :name, :credentials::jsonb)
      """;

  private static final String PLANT =
      """
      with due as (
        select * from unnest(:jobs, :bots, :at) as due (job_id, bot_id, next_fire_at)
      ), planted_job as (
        insert into job (job_id, bot_id, revision, text, channel_id, channel_team, channel_name,
          missed_rule, missed_within)
        select job_id, bot_id, 1, 'Reminder ' || job_id, :channel, 'acme', 'release', 'LATEST',
          interval '1 hour'
        from due
      ), planted_run as (
        insert into run (job_id, status, version) select job_id, 'RUNNING', 1 from due
      )
      insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
      select job_id, bot_id, 0, next_fire_at, '{"cron":"0 0 1 1 *","timeZone":"UTC"}' from due
      """;

  private final Fleet fleet;
  private final JdbcClient rows;
  private final LedgerReader ledger;
  private final List<UUID> bots = new ArrayList<>();
  private final List<JobHistory> histories = new ArrayList<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  /** For a fleet whose engines have made their tables. */
  Reminders(Fleet fleet) {
    this.fleet = fleet;
    this.rows = fleet.rows(ServiceName.ENGINE);
    this.ledger = new LedgerReader(fleet.database(ServiceName.ENGINE));
    IntStream.range(0, BOTS).forEach(_ -> addBot());
  }

  private void addBot() {
    BotId bot = new BotId(UUID.randomUUID());
    rows.sql(BOT)
        .param("bot", bot.value())
        .param("user", fleet.mattermost().demo().userId(DemoWorld.BOT))
        .param("name", DemoWorld.BOT)
        .param("credentials", JsonMapper.shared().writeValueAsString(fleet.credentials(bot)))
        .update();
    bots.add(bot.value());
  }

  /** The database's time. */
  Instant now() {
    return ledger.now();
  }

  /** So many, evenly spread over a while that begins then. */
  void plant(int count, Instant begin, Duration spread) {
    List<Instant> instants =
        IntStream.range(0, count)
            .mapToObj(i -> begin.plus(spread.multipliedBy(i).dividedBy(count)))
            .map(instant -> instant.truncatedTo(ChronoUnit.MICROS))
            .toList();
    List<JobId> jobs = instants.stream().map(_ -> new JobId(UUID.randomUUID())).toList();
    Moment moment = write(jobs, instants);
    String channel = channel();
    for (int i = 0; i < count; i++) {
      UUID job = jobs.get(i).value();
      Content content = Content.of("Reminder " + job, channel, Reckoning.at(instants.get(i)));
      histories.add(JobHistory.created(job, moment, content));
    }
    first = begin.isBefore(first) ? begin.truncatedTo(ChronoUnit.MICROS) : first;
    last = instants.getLast().isAfter(last) ? instants.getLast() : last;
  }

  private Moment write(List<JobId> jobs, List<Instant> instants) {
    Instant asked = ledger.now();
    rows.sql(PLANT)
        .param("jobs", new SqlArrayValue("uuid", jobs.stream().map(JobId::value).toArray()))
        .param(
            "bots",
            new SqlArrayValue(
                "uuid",
                IntStream.range(0, jobs.size()).mapToObj(i -> bots.get(i % BOTS)).toArray()))
        .param("at", new SqlArrayValue("timestamptz", instants.toArray()))
        .param("channel", channel())
        .update();
    // What is overdue from its first day on, as after an outage, was there when it fell due.
    return instants.getFirst().isBefore(asked)
        ? Moment.at(Instant.EPOCH)
        : new Moment(asked, ledger.now());
  }

  private String channel() {
    return fleet.mattermost().demo().channelId("release");
  }

  /** How many are final. */
  int settled() {
    return rows.sql("select count(*) from occurrence where look_at is null")
        .query(Integer.class)
        .single();
  }

  /** Whether all that is planted is claimed, final and told. */
  boolean areOver() {
    return ledger.isQuiet(end()) && ledger.isTold();
  }

  /** What the checker is given. */
  Evidence evidence() {
    KafkaReader told = new KafkaReader(fleet.kafka().bootstrapServers());
    return Evidence.between(
            first, end(), histories, ledger.between(first, end()), fleet.reminders())
        .besides(told.asked(), ledger.manual(first, end()))
        .told(told.news());
  }

  int size() {
    return histories.size();
  }

  private Instant end() {
    return last.plusMillis(1);
  }
}
