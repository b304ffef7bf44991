package dev.bricklayer.engine.deletebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine's row of {@code docs/sagas/delete-bot.md}: taken, taken twice, and while something is
 * being sent.
 */
class DeleteBotScriptsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final String POSTS = "/api/v4/posts";

  private static Installation installation;
  private static ServiceUnderScript script;

  private final PlannedJob job = PlannedJob.in(installation).notDue();
  private final BotId bot = new BotId(job.bot());
  private final SagaScript saga = script.run(DeleteBotSaga.MAP);
  private final Message begun = new BotDeletionBegun(bot);
  private final Message firingEnded = new BotFiringEnded(bot);

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine(
        "--bricklayer.engine.delivery.first-backoff=200ms",
        "--bricklayer.engine.delivery.longest-backoff=1s",
        "--bricklayer.engine.delivery.resend-within=500ms",
        "--bricklayer.engine.delivery.proof-after=1s",
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
  void endsAllFiring() {
    PlannedJob second = PlannedJob.in(installation).of(job.bot()).notDue();
    saga.when(begun)
        .then(runDeleted(job), runDeleted(second), botRunDeleted(), firingEnded)
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(firingEnded);
  }

  @Test
  void takesBackWhatWasClaimedAndNotSent() {
    installation.ledger().ready(job, job.at(), Duration.ofHours(1));
    saga.when(begun).then(runDeleted(job), botRunDeleted(), firingEnded);
    assertThat(installation.ledger().states(job.job())).containsExactly("CANCELLED");
  }

  @Test
  void leavesOnlyTheTombstoneAndTheLedgerBehind() {
    saga.given(begun);
    assertThat(script.rowsNaming(job.job(), job.bot()))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  @Test
  void saysSoOfABotThatItNeverHeardOf() {
    BotId unknown = new BotId(UUID.randomUUID());
    saga.when(new BotDeletionBegun(unknown)).then(new BotFiringEnded(unknown));
  }

  @Test
  void plansNothingForTheBotAfterwards() {
    CreateBotExample late = installation.bot();
    saga.given(new BotDeletionBegun(late.bot()));
    script.run(CreateBotSaga.MAP).when(late.jobStored()).thenNothing();
    assertThat(script.rowsNaming(late.job().id())).isEmpty();
  }

  @Test
  void letsWhatIsBeingSentEnd() {
    fault(Fault.on("POST", POSTS).before(new Effect.Delay(Duration.ofHours(1))).times(1));
    PlannedJob sending = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    awaitState(sending, "SENDING");
    saga.when(begun).thenNothing().whenSaidAgain().thenNothing();
    assertThat(hasEnded()).isFalse();

    installation.mattermost().faults().clear();

    await().atMost(PATIENCE).until(this::hasEnded);
    assertThat(installation.ledger().states(sending.job())).containsExactly("SENT");
    assertThat(installation.posts(sending.text())).hasSize(1);
    assertThat(said("BotFiringEnded")).isEqualTo(1);
  }

  @Test
  void theLastOfManySendingsEndsItOnce() {
    fault(Fault.on("POST", POSTS).before(new Effect.Delay(Duration.ofHours(1))).times(20));
    List<PlannedJob> many =
        Stream.generate(() -> PlannedJob.in(installation).of(job.bot()).dueIn(SOON))
            .limit(20)
            .toList();
    many.forEach(one -> awaitState(one, "SENDING"));
    saga.when(begun).thenNothing();

    installation.mattermost().faults().clear();

    await().atMost(PATIENCE).until(this::hasEnded);
    assertThat(many)
        .allSatisfy(
            one -> assertThat(installation.ledger().states(one.job())).containsExactly("SENT"));
    assertThat(said("BotFiringEnded")).isEqualTo(1);
  }

  @Test
  void settlesWhatIsInDoubtAndDoesNotSendItAgain() {
    fault(Fault.on("POST", POSTS).before(new Effect.Hang()).times(1));
    PlannedJob doubtful = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    awaitState(doubtful, "SENDING");
    saga.when(begun).thenNothing();

    installation.mattermost().faults().clear();

    await().atMost(PATIENCE).until(this::hasEnded);
    assertThat(installation.ledger().states(doubtful.job())).containsExactly("CANCELLED");
    assertThat(installation.posts(doubtful.text())).isEmpty();
  }

  @Test
  void aThrottledPostIsNotTriedAgain() {
    fault(Fault.on("POST", POSTS).before(new Effect.Throttle("3600")).times(1));
    PlannedJob throttled = PlannedJob.in(installation).of(job.bot()).dueIn(SOON);
    awaitState(throttled, "RETRY");
    saga.given(begun);
    assertThat(installation.ledger().states(throttled.job())).containsExactly("CANCELLED");
    assertThat(hasEnded()).isTrue();
  }

  private static void fault(Fault fault) {
    installation.mattermost().faults().add(fault);
  }

  private static void awaitState(PlannedJob of, String state) {
    await().atMost(PATIENCE).until(() -> installation.ledger().states(of.job()).contains(state));
  }

  private boolean hasEnded() {
    return installation
        .ledger()
        .jdbc()
        .sql("select firing_ended_at is not null from bot_tombstone where bot_id = :bot")
        .param("bot", bot.value())
        .query(Boolean.class)
        .single();
  }

  private long said(String type) {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select count(*) from messaging.outbox_message
            where cast(headers as jsonb) ->> 'ce_type' = :type and key = :key
            """)
        .param("type", type)
        .param("key", bot.toString())
        .query(Long.class)
        .single();
  }

  private static RunState runDeleted(PlannedJob of) {
    return new RunState(
        new JobId(of.job()), new BotId(of.bot()), 1, RunState.Status.DELETED, null, null, 2);
  }

  private BotRunState botRunDeleted() {
    return new BotRunState(bot, BotRunState.Status.DELETED, null, 1);
  }
}
