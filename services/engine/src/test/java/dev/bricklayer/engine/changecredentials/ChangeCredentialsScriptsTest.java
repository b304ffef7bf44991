package dev.bricklayer.engine.changecredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The engine's rows of {@code docs/sagas/change-credentials.md}: taken, twice, and too late. */
class ChangeCredentialsScriptsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");
  private static final String WRONG = "nobodys0token0here00000000";

  private static Installation installation;
  private static ServiceUnderScript script;

  private final PlannedJob job = PlannedJob.in(installation).notDue();
  private final BotId bot = new BotId(job.bot());
  private final SagaScript saga = script.run(ChangeCredentialsSaga.MAP);
  private final Message kept = kept(installation.credentials(bot));
  private final Message taken = new CredentialsTaken(bot);
  private final Message abandon = new AbandonChangeCredentials(bot, DEADLINE);

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine(
        "--bricklayer.engine.delivery.first-backoff=200ms",
        "--bricklayer.engine.delivery.longest-backoff=1s",
        "--bricklayer.engine.delivery.resend-within=10s",
        "--bricklayer.engine.delivery.proof-after=2s",
        "--bricklayer.engine.delivery.between-looks=100ms");
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
  }

  @AfterEach
  void allIsWell() {
    installation.mattermost().faults().clear();
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @Test
  void takesTheNewCredentials() {
    saga.when(kept)
        .then(taken, running(1))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(botRow()).containsEntry("credentials_version", 2L);
  }

  @Test
  void startsAgainWhatWasSilenced() {
    breakToken();
    PlannedJob first = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    await().atMost(PATIENCE).until(() -> "STOPPED".equals(botRow().get("status")));
    assertThat(next(job)).isNull();

    saga.when(kept).then(taken, running(2));

    assertThat(botRow()).containsEntry("status", "RUNNING").containsEntry("stop_reason", null);
    assertThat(next(job)).isNotNull();
    assertThat(next(first)).isNotNull();
    PlannedJob after = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    await().atMost(PATIENCE).until(() -> installation.posts(after.text()).size() == 1);
  }

  @Test
  void startsAgainAJobThatStoodStillBecauseTheBotWasNoMember() {
    stop(job, "BOT_NOT_MEMBER");
    saga.given(kept);
    assertThat(installation.ledger().run(job.job())).containsEntry("status", "RUNNING");
    assertThat(next(job)).isNotNull();
  }

  @Test
  void leavesAJobAloneThatStandsStillForAReasonOfItsOwn() {
    stop(job, "CHANNEL_ARCHIVED");
    saga.given(kept);
    assertThat(installation.ledger().run(job.job())).containsEntry("status", "STOPPED");
  }

  @Test
  void rejectsAnAccountThatIsNotInEveryChannel() {
    PlannedJob.in(installation).of(job.bot()).to("off-topic").notDue();
    Refusal notMember =
        new Refusal(
            RefusalCode.BOT_NOT_MEMBER, "/credentials/token", Map.of("channel", "off-topic"));
    saga.when(kept).then(new CredentialsRejected(bot, notMember));
    assertThat(botRow()).containsEntry("credentials_version", 1L);
  }

  @Test
  void rejectsATokenThatIsNobodysByNow() {
    saga.when(kept(Installation.sealed(WRONG, bot)))
        .then(
            new CredentialsRejected(
                bot, Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token")));
  }

  @Test
  void rejectsWhatIsForABotThatIsGone() {
    script.run(DeleteBotSaga.MAP).given(new BotDeletionBegun(bot));
    saga.when(kept).then(new CredentialsRejected(bot, Refusal.of(RefusalCode.BOT_DELETED, "")));
  }

  @Test
  void endsTheSagaUnlessItsPivotWasTaken() {
    saga.when(abandon)
        .then(new CredentialsRejected(bot, DEADLINE))
        .when(kept)
        .thenNothing()
        .when(abandon)
        .then(new CredentialsRejected(bot, DEADLINE));
  }

  @Test
  void answersAnAbandonThatComesAfterThePivotWithTheNewCredentials() {
    saga.given(kept).when(abandon).then(taken);
  }

  @Test
  void waitsForMattermostThatIsAwayAndMayBeAbandonedMeanwhile() {
    installation
        .mattermost()
        .faults()
        .add(Fault.on("GET", "/api/v4/channels").before(new Effect.Fail(503)));
    saga.when(kept).thenItWaits();
    saga.alsoWhen(abandon).then(new CredentialsRejected(bot, DEADLINE));
    installation.mattermost().faults().clear();
    saga.thenNothing();
    assertThat(botRow()).containsEntry("credentials_version", 1L);
  }

  /** Posted as the old account, and the answer was lost: found though another account looks. */
  @Test
  void findsWhatTheOldAccountHadPosted() {
    installation
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/posts").after(new Effect.Hang()).times(1));
    PlannedJob doubtful = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    await().atMost(PATIENCE).until(() -> installation.posts(doubtful.text()).size() == 1);
    becameAnotherAccount();

    installation.mattermost().faults().clear();

    await()
        .atMost(PATIENCE)
        .until(() -> installation.ledger().states(doubtful.job()).contains("SENT"));
    assertThat(installation.posts(doubtful.text())).hasSize(1);
  }

  /**
   * The pivot as it would be with another account's token, which the demo world has only one of.
   */
  private void becameAnotherAccount() {
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            update bot set former_accounts = array[account_user_id], account_user_id = 'another',
              credentials_since = clock_timestamp(), credentials_version = 2
            where bot_id = :bot
            """)
        .param("bot", bot.value())
        .update();
  }

  private CredentialsKept kept(Credentials credentials) {
    BotAccount account = installation.account();
    return new CredentialsKept(
        bot, credentials, account, Instant.now().plus(Duration.ofMinutes(2)));
  }

  private BotRunState running(long version) {
    return new BotRunState(bot, BotRunState.Status.RUNNING, null, version);
  }

  private void breakToken() {
    installation
        .ledger()
        .jdbc()
        .sql("update bot set credentials = :credentials::jsonb where bot_id = :bot")
        .param(
            "credentials", JsonMapper.shared().writeValueAsString(Installation.sealed(WRONG, bot)))
        .param("bot", bot.value())
        .update();
  }

  private static void stop(PlannedJob of, String reason) {
    installation
        .ledger()
        .jdbc()
        .sql(
            """
            with unplanned as (update schedule set next_fire_at = null where job_id = :job)
            update run set status = 'STOPPED', stop_reason = :reason where job_id = :job
            """)
        .param("job", of.job())
        .param("reason", reason)
        .update();
  }

  private Map<String, Object> botRow() {
    return installation
        .ledger()
        .jdbc()
        .sql("select status, stop_reason, credentials_version from bot where bot_id = :bot")
        .param("bot", bot.value())
        .query()
        .singleRow();
  }

  private static Object next(PlannedJob of) {
    return installation
        .ledger()
        .jdbc()
        .sql("select next_fire_at from schedule where job_id = :job")
        .param("job", of.job())
        .query()
        .singleRow()
        .get("next_fire_at");
  }
}
