package dev.bricklayer.engine;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as the pivot of a saga leaves it, written straight into the rows, so that a test need not
 * wait for the next minute: its first instant is any instant, the next follow from its rule.
 */
public record PlannedJob(UUID job, UUID bot, String text, Instant at) {

  /** A yearly rule: nothing else is due while a test runs. */
  public static final String YEARLY = "0 0 1 1 *";

  public static final String EVERY_MINUTE = "* * * * *";

  /** What kind of job. */
  public static Spec in(Installation installation) {
    return new Spec(installation);
  }

  /** A job that is to be. */
  public static final class Spec {

    private final Installation installation;
    private UUID bot = UUID.randomUUID();
    private String channel = "release";
    private String rule = "{\"cron\":\"%s\",\"timeZone\":\"Europe/Berlin\"}".formatted(YEARLY);
    private String missedRule = "LATEST";
    private Duration within = Duration.ofHours(1);
    private boolean shared;
    private String text = "Stand-up " + UUID.randomUUID();
    private String token;

    private Spec(Installation installation) {
      this.installation = installation;
      this.token = installation.mattermost().demo().botToken();
    }

    /** Of this bot, which must be the same in all else. */
    public Spec of(UUID bot) {
      this.bot = bot;
      return this;
    }

    public Spec to(String channel) {
      this.channel = channel;
      return this;
    }

    public Spec cron(String cron) {
      this.rule = "{\"cron\":\"%s\",\"timeZone\":\"Europe/Berlin\"}".formatted(cron);
      return this;
    }

    public Spec rule(String json) {
      this.rule = json;
      return this;
    }

    /** A one-off: nothing follows. */
    public Spec once() {
      return rule("{\"at\":\"2020-01-01T00:00\",\"timeZone\":\"UTC\"}");
    }

    public Spec missed(String rule, Duration within) {
      this.missedRule = rule;
      this.within = within;
      return this;
    }

    /** Of a bot that speaks with Bricklayer's own token. */
    public Spec shared() {
      this.shared = true;
      return this;
    }

    public Spec token(String token) {
      this.token = token;
      return this;
    }

    public Spec text(String text) {
      this.text = text;
      return this;
    }

    /** Due so long after now, by the database's clock. */
    public PlannedJob dueIn(Duration wait) {
      return dueAt(installation.ledger().now().plus(wait));
    }

    /** Not due by itself; its occurrence of this moment is the test's to write. */
    public PlannedJob notDue() {
      PlannedJob planned = dueIn(Duration.ofHours(1));
      Instant now = installation.ledger().now().truncatedTo(ChronoUnit.MICROS);
      return new PlannedJob(planned.job(), planned.bot(), planned.text(), now);
    }

    public PlannedJob dueAt(Instant at) {
      PlannedJob planned =
          new PlannedJob(UUID.randomUUID(), bot, text, at.truncatedTo(ChronoUnit.MICROS));
      write(planned);
      return planned;
    }

    private Credentials credentials() {
      Credentials own = Installation.sealed(token, new BotId(bot));
      return shared ? new Credentials.Shared(Objects.requireNonNull(own.token())) : own;
    }

    private void write(PlannedJob planned) {
      JdbcClient jdbc = installation.ledger().jdbc();
      jdbc.sql(
              """
              insert into bot (bot_id, owner_id, account_user_id, account_username, credentials)
              values (:bot, gen_random_uuid(), :user, :name, :credentials::jsonb)
              on conflict do nothing
              """)
          .param("bot", bot)
          .param("user", installation.account().userId())
          .param("name", installation.account().username())
          .param("credentials", JsonMapper.shared().writeValueAsString(credentials()))
          .update();
      jdbc.sql(
              """
              insert into job (job_id, bot_id, revision, text, channel_id, channel_team,
                channel_name, missed_rule, missed_within)
              values (:job, :bot, 1, :text, :channelId, 'acme', :channel, :missed,
                :seconds * interval '1 second')
              """)
          .param("job", planned.job())
          .param("bot", bot)
          .param("text", planned.text())
          .param("channelId", installation.mattermost().demo().channelId(channel))
          .param("channel", channel)
          .param("missed", missedRule)
          .param("seconds", within.toSeconds())
          .update();
      jdbc.sql("insert into run (job_id, status, version) values (:job, 'RUNNING', 1)")
          .param("job", planned.job())
          .update();
      jdbc.sql(
              """
              insert into schedule (job_id, bot_id, shard, next_fire_at, rule)
              values (:job, :bot, shard_of(:bot, (select shards from sharding)), :at, :rule)
              """)
          .param("job", planned.job())
          .param("bot", bot)
          .param("at", planned.at().atOffset(ZoneOffset.UTC))
          .param("rule", rule)
          .update();
    }
  }
}
