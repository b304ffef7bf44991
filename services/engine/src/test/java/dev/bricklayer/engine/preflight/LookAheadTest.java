package dev.bricklayer.engine.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.testkit.mattermost.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What could not be delivered is found out before it is due, and an outage finds out nothing. */
class LookAheadTest {

  private static Installation installation;
  private static LookAhead ahead;
  private static Person admin;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    // The round is the test's to begin.
    ahead = installation.engine("--bricklayer.engine.preflight.every=1d").getBean(LookAhead.class);
    admin =
        Person.withToken(
            installation.mattermost().address(), installation.mattermost().demo().adminToken());
  }

  @AfterEach
  void allIsWell() {
    installation.mattermost().up();
  }

  @AfterAll
  static void stop() {
    admin.close();
    installation.close();
  }

  @Test
  void aJobThatCouldBeDeliveredGoesOn() {
    PlannedJob job = old(PlannedJob.in(installation));

    ahead.look();

    assertRuns(job);
  }

  @Test
  void aJobWhoseBotIsNotInTheChannelAnyMoreIsStopped() {
    String channel = channelWithTheBot();
    PlannedJob job = old(PlannedJob.in(installation).to(channel));
    admin("DELETE", "/channels/" + idOf(channel) + "/members/" + bot(), null);

    ahead.look();

    assertStopped(job, "BOT_NOT_MEMBER");
  }

  @Test
  void aJobWhoseChannelIsArchivedIsStopped() {
    String channel = channelWithTheBot();
    PlannedJob job = old(PlannedJob.in(installation).to(channel));
    admin("DELETE", "/channels/" + idOf(channel), null);

    ahead.look();

    assertStopped(job, "CHANNEL_ARCHIVED");
  }

  @Test
  void aJobWhoseOwnerIsNotInTheChannelAnyMoreIsStopped() {
    PlannedJob job = old(PlannedJob.in(installation).to(channelWithTheBot()));
    speaksFor(job, "bob");

    ahead.look();

    assertStopped(job, "REQUESTER_NOT_MEMBER");
  }

  @Test
  void aJobWhoseOwnerIsThereGoesOn() {
    PlannedJob job = old(PlannedJob.in(installation).to(channelWithTheBot()));
    speaksFor(job, "admin");

    ahead.look();

    assertRuns(job);
  }

  @Test
  void aBotWhoseTokenIsRefusedIsStoppedOnce() {
    UUID bot = UUID.randomUUID();
    old(PlannedJob.in(installation).of(bot).token("x".repeat(26)));
    old(PlannedJob.in(installation).of(bot).to("town-square").token("x".repeat(26)));

    ahead.look();

    assertThat(row("select stop_reason, version from bot where bot_id = :id", bot))
        .containsEntry("stop_reason", "TOKEN_INVALID")
        .containsEntry("version", 1L);
  }

  @Test
  void anOutageProvesNothingAndIsAskedAboutInAnHour() {
    PlannedJob job = old(PlannedJob.in(installation));
    installation.mattermost().down();

    ahead.look();

    assertRuns(job);
    assertThat(
            row(
                "select looked_at + interval '1 day' - now() as due from job where job_id = :id",
                job.job()))
        .hasEntrySatisfying("due", due -> assertThat(due.toString()).contains("59 mins"));
  }

  @Test
  void aMentionThatNotifiesNobodyIsSaidOnceAndTheJobGoesOn() {
    PlannedJob job = old(PlannedJob.in(installation).text("@channel, it is time"));
    PlannedJob other = old(PlannedJob.in(installation).text("mail lena@here.example about it"));
    mentionsOfAllAreAllowed(false);
    try {
      ahead.look();
      again(job);
      ahead.look();
    } finally {
      mentionsOfAllAreAllowed(true);
    }
    assertRuns(job);
    assertThat(said(job)).containsExactly(true);
    assertThat(said(other)).isEmpty();

    again(job);
    ahead.look();
    assertThat(said(job)).containsExactly(true, false);
  }

  private static void again(PlannedJob job) {
    update("update job set looked_at = now() - interval '25 hours' where job_id = :id", job.job());
  }

  /** Whether it was said to be muted, each time. */
  private static List<Boolean> said(PlannedJob job) {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select convert_from(payload, 'UTF8')::jsonb ->> 'muted' from messaging.outbox_message
            where key = :bot and convert_from(payload, 'UTF8') like '%muted%'
            order by id
            """)
        .param("bot", job.bot().toString())
        .query(String.class)
        .list()
        .stream()
        .map(Boolean::valueOf)
        .toList();
  }

  /** As an administrator grants it to all members of channels, or takes it away. */
  private static void mentionsOfAllAreAllowed(boolean allowed) {
    String role = admin.call("GET", "/roles/name/channel_user", null).id();
    ObjectNode permissions = json();
    var list = permissions.putArray("permissions").add("create_post").add("read_channel");
    if (allowed) {
      list.add("use_channel_mentions");
    }
    admin("PUT", "/roles/" + role + "/patch", permissions);
  }

  @Test
  void whatWasLookedAtTodayIsLeftAlone() {
    String channel = channelWithTheBot();
    PlannedJob job = PlannedJob.in(installation).to(channel).dueIn(Duration.ofHours(1));
    admin("DELETE", "/channels/" + idOf(channel), null);

    ahead.look();

    assertRuns(job);
  }

  /** A job that nobody has looked at since yesterday. */
  private static PlannedJob old(PlannedJob.Spec spec) {
    PlannedJob job = spec.dueIn(Duration.ofHours(1));
    again(job);
    return job;
  }

  /** As a managed bot does: with its own token, and by somebody's leave. */
  private static void speaksFor(PlannedJob job, String person) {
    String id = installation.mattermost().demo().userId(person);
    update("update job set requester = '" + id + "' where job_id = :id", job.job());
    update(
        "update bot set credentials = jsonb_set(credentials, '{kind}', '\"managed\"')"
            + " where bot_id = :id",
        job.bot());
  }

  /** A new one, in which nobody is but the administrator and the bot; its name. */
  private static String channelWithTheBot() {
    String name = "c" + UUID.randomUUID();
    ObjectNode channel = json().put("name", name).put("display_name", name).put("type", "O");
    channel.put("team_id", installation.mattermost().demo().teamId());
    admin("POST", "/channels", channel);
    admin("POST", "/channels/" + idOf(name) + "/members", json().put("user_id", bot()));
    return name;
  }

  private static void admin(String method, String path, @Nullable ObjectNode body) {
    assertThat(admin.call(method, path, body).status()).isLessThan(300);
  }

  private static String idOf(String channel) {
    return installation.mattermost().demo().channelId(channel);
  }

  private static String bot() {
    return installation.account().userId();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void update(String sql, UUID id) {
    installation.ledger().jdbc().sql(sql).param("id", id).update();
  }

  private static Map<String, Object> row(String sql, UUID id) {
    return installation.ledger().jdbc().sql(sql).param("id", id).query().singleRow();
  }

  private static void assertRuns(PlannedJob job) {
    assertThat(installation.ledger().run(job.job())).containsEntry("status", "RUNNING");
  }

  private static void assertStopped(PlannedJob job, String reason) {
    assertThat(installation.ledger().run(job.job()))
        .containsEntry("status", "STOPPED")
        .containsEntry("stop_reason", reason);
  }
}
