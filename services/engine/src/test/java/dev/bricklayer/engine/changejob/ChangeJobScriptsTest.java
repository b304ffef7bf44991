package dev.bricklayer.engine.changejob;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.contracts.state.RunState.Status;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.mattermost.Person;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The engine's rows of change-job and delete-job: taken, taken twice, and too late. */
class ChangeJobScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");
  private static final Refusal JOB_DELETED = Refusal.of(RefusalCode.JOB_DELETED, "");

  /** Once a year: it does not fire while a test runs. */
  private static final ScheduleSpec YEARLY = ScheduleSpec.ofCron("0 0 1 1 *", "Europe/Moscow");

  private static final ScheduleSpec OTHER_DAY = ScheduleSpec.ofCron("0 0 2 1 *", "Europe/Moscow");

  private static Installation installation;
  private static ServiceUnderScript script;

  private final SagaScript saga = script.run(ChangeJobSaga.MAP);
  private CreateBotExample bot;

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine();
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @BeforeEach
  void aBotLives() {
    bot = installation.bot().scheduled(YEARLY);
    script.run(CreateBotSaga.MAP).given(bot.jobStored());
  }

  @Test
  void appliesANewText() {
    ChangeJobExample edit = edit(ChangeJobExample.text("Now"), YEARLY);
    saga.when(edit.revisionStored())
        .then(edit.revisionApplied(), edit.runState(Status.RUNNING, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(row("select text, revision from job where job_id = :job", edit))
        .containsEntry("text", "Now")
        .containsEntry("revision", 2L);
  }

  @Test
  void aTextThatMentionsAllIsLookedAtInTheNextRound() {
    ChangeJobExample edit = edit(ChangeJobExample.text("@here, now"), YEARLY);
    saga.given(edit.revisionStored());
    assertThat(row("select looked_at = '-infinity' as first from job where job_id = :job", edit))
        .containsEntry("first", true);
  }

  @Test
  void plansAnewByANewSchedule() {
    ChangeJobExample edit = edit(ChangeJobExample.at(OTHER_DAY), OTHER_DAY);
    saga.when(edit.revisionStored()).then(edit.revisionApplied(), edit.runState(Status.RUNNING, 2));
    assertThat(nextFireAt(edit)).isEqualTo(next(OTHER_DAY));
  }

  @Test
  void aPauseAsksMattermostNothingAndAResumePlansAgain() {
    installation.mattermost().faults().clear();
    ChangeJobExample pause = edit(Edit.pause(), YEARLY);
    saga.when(pause.revisionStored())
        .then(pause.revisionApplied(), pause.runState(Status.RUNNING, 2));
    assertThat(row("select next_fire_at from schedule where job_id = :job", pause))
        .containsEntry("next_fire_at", null);

    ChangeJobExample resume = pause.then(Edit.resume()).planned(pause.channel(), next(YEARLY));
    another()
        .when(resume.revisionStored())
        .then(resume.revisionApplied(), resume.runState(Status.RUNNING, 3));
    assertThat(nextFireAt(resume)).isEqualTo(next(YEARLY));
  }

  @Test
  void movesToAnotherChannel() {
    ChangeJobExample move =
        edit(ChangeJobExample.to(ChannelRef.named("acme", "town-square")), YEARLY)
            .planned(channel("town-square"), next(YEARLY));
    saga.when(move.revisionStored()).then(move.revisionApplied(), move.runState(Status.RUNNING, 2));
  }

  @Test
  void hasAManagedBotLetInBeforeItsChannelIsLookedAt() {
    ChangeJobExample move = moveOfAManagedBot("town-square");
    saga.when(move.revisionStored()).then(move.joinWanted()).whenSaidAgain().thenNothing();
    saga.when(move.channelJoined())
        .then(move.revisionApplied(), move.runState(Status.RUNNING, 2), move.jobMoved())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void givesUpTheRevisionOfABotThatIsNotLetIn() {
    ChangeJobExample move = moveOfAManagedBot("town-square");
    Refusal refusal = Refusal.of(RefusalCode.REQUESTER_NOT_MEMBER, "/channel");
    saga.given(move.revisionStored())
        .when(move.joinRefused(refusal))
        .then(move.joinUnwanted(refusal))
        .whenSaidAgain()
        .thenNothing();
    saga.when(move.channelJoined()).thenNothing();
  }

  @Test
  void hasTheBotTakenOutOfAChannelThatItIsNotToSpeakIn() {
    ChangeJobExample move = moveOfAManagedBot("secret");
    Refusal refusal =
        new Refusal(RefusalCode.CHANNEL_UNKNOWN, "/channel", Map.of("channel", "acme/secret"));
    saga.given(move.revisionStored())
        .when(move.channelJoined())
        .then(move.joinUnwanted(refusal))
        .when(move.abandonChangeJob(DEADLINE))
        .then(move.joinUnwanted(refusal));
  }

  @Test
  void endsAJoinUnlessItsPivotWasTaken() {
    ChangeJobExample move = moveOfAManagedBot("town-square");
    saga.given(move.revisionStored())
        .when(move.abandonChangeJob(DEADLINE))
        .then(move.joinUnwanted(DEADLINE))
        .whenSaidAgain()
        .then(move.joinUnwanted(DEADLINE));
    saga.when(move.channelJoined()).thenNothing();
  }

  @Test
  void hasAManagedBotThatWasThrownOutLetInAgain() {
    ChangeJobExample resume = changeOfAManagedBot(Edit.resume());
    Refusal met =
        new Refusal(RefusalCode.BOT_NOT_MEMBER, "/status", Map.of("channel", "acme/release"));
    membership("DELETE", "/" + installation.account().userId());
    try {
      saga.when(resume.revisionStored())
          .then(resume.joinWantedAgain(met))
          .whenSaidAgain()
          .thenNothing();
    } finally {
      membership("POST", "");
    }
    saga.when(resume.channelJoined())
        .then(resume.revisionApplied(), resume.runState(Status.RUNNING, 2))
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void aBotWithATokenOfItsOwnIsLetInByNobody() {
    ChangeJobExample resume = edit(Edit.resume(), YEARLY);
    membership("DELETE", "/" + installation.account().userId());
    try {
      saga.when(resume.revisionStored())
          .then(
              resume.revisionRefused(
                  new Refusal(
                      RefusalCode.BOT_NOT_MEMBER, "/status", Map.of("channel", "acme/release"))));
    } finally {
      membership("POST", "");
    }
  }

  /** Of the bot's account in the channel in which it speaks. */
  private static void membership(String method, String path) {
    String release = installation.mattermost().demo().channelId("release");
    try (Person admin =
        Person.withToken(
            installation.mattermost().address(), installation.mattermost().demo().adminToken())) {
      admin
          .call(
              method,
              "/channels/" + release + "/members" + path,
              path.isEmpty()
                  ? JsonNodeFactory.instance
                      .objectNode()
                      .put("user_id", installation.account().userId())
                  : null)
          .ok();
    }
  }

  private static ChangeJobExample moveOfAManagedBot(String to) {
    return changeOfAManagedBot(ChangeJobExample.to(ChannelRef.named("acme", to)))
        .planned(channel(to), next(YEARLY));
  }

  private static ChangeJobExample changeOfAManagedBot(Edit edit) {
    String lena = installation.mattermost().demo().userId("lena");
    CreateBotExample managed =
        installation
            .bot()
            .scheduled(YEARLY)
            .with(
                id -> new Credentials.Managed(requireNonNull(installation.credentials(id).token())))
            .askedForBy(lena);
    script.run(CreateBotSaga.MAP).given(managed.jobStored());
    return ChangeJobExample.of(managed, edit)
        .planned(channel("release"), next(YEARLY))
        .askedForBy(lena);
  }

  @Test
  void addsAJob() {
    ChangeJobExample added =
        ChangeJobExample.adding(bot, "retro").planned(channel("release"), next(YEARLY));
    saga.when(added.revisionStored())
        .then(added.revisionApplied(), added.runState(Status.RUNNING, 1))
        .whenSaidAgain()
        .thenNothing();
    assertThat(nextFireAt(added)).isEqualTo(next(YEARLY));
  }

  @Test
  void refusesAChannelAtItsField() {
    ChangeJobExample move = edit(ChangeJobExample.to(ChannelRef.named("acme", "old")), YEARLY);
    Refusal archived =
        new Refusal(RefusalCode.CHANNEL_ARCHIVED, "/channel", Map.of("channel", "acme/old"));
    saga.when(move.revisionStored())
        .then(move.revisionRefused(archived))
        .whenSaidAgain()
        .thenNothing();
    assertThat(row("select revision from job where job_id = :job", move))
        .containsEntry("revision", 1L);
  }

  @Test
  void aResumeOfWhatIsOverIsRefusedAtTheWishToFire() {
    ScheduleSpec over = ScheduleSpec.ofAt("2020-01-01T09:00", "Europe/Moscow");
    CreateBotExample once = bot.scheduled(over);
    ChangeJobExample resume = ChangeJobExample.of(once, Edit.resume());
    saga.when(resume.revisionStored())
        .then(resume.revisionRefused(Refusal.of(RefusalCode.SCHEDULE_IMPOSSIBLE, "/status")));
  }

  @Test
  void endsTheSagaUnlessItsPivotWasTaken() {
    ChangeJobExample edit = edit(ChangeJobExample.text("Now"), YEARLY);
    saga.when(edit.abandonChangeJob(DEADLINE))
        .then(edit.revisionRefused(DEADLINE))
        .when(edit.revisionStored())
        .thenNothing()
        .when(edit.abandonChangeJob(DEADLINE))
        .then(edit.revisionRefused(DEADLINE));
  }

  @Test
  void answersAnAbandonThatComesAfterThePivotWithTheRevision() {
    ChangeJobExample edit = edit(ChangeJobExample.text("Now"), YEARLY);
    saga.given(edit.revisionStored())
        .when(edit.abandonChangeJob(DEADLINE))
        .then(edit.revisionApplied());
  }

  @Test
  void unplansAJobForGood() {
    ChangeJobExample job = edit(ChangeJobExample.text("Now"), YEARLY);
    SagaScript deletion = script.run(DeleteJobSaga.MAP);
    deletion
        .when(job.deleteJob())
        .then(job.jobUnplanned(), deleted(2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(job.jobUnplanned());
    assertThat(script.rowsNaming(job.job()))
        .containsOnlyKeys("public.first_plan", "public.job_tombstone", "messaging.outbox_message");

    saga.when(job.revisionStored()).then(job.revisionRefused(JOB_DELETED));
  }

  @Test
  void aJobThatNobodyPlannedIsUnplannedToo() {
    ChangeJobExample added = ChangeJobExample.adding(bot, "retro");
    script.run(DeleteJobSaga.MAP).when(added.deleteJob()).then(added.jobUnplanned());
    saga.when(added.revisionStored()).then(added.revisionRefused(JOB_DELETED));
  }

  @Test
  void aBotThatIsNotThereGetsNoJob() {
    ChangeJobExample added = ChangeJobExample.adding(installation.bot(), "retro");
    saga.when(added.revisionStored())
        .then(added.revisionRefused(Refusal.of(RefusalCode.BOT_DELETED, "")));
  }

  private ChangeJobExample edit(Edit edit, ScheduleSpec schedule) {
    return ChangeJobExample.of(bot, edit).planned(channel("release"), next(schedule));
  }

  private RunState deleted(long version) {
    return new RunState(bot.job().id(), bot.bot(), 1, Status.DELETED, null, null, version);
  }

  private static PlannedChannel channel(String name) {
    return new PlannedChannel(installation.mattermost().demo().channelId(name), "acme", name);
  }

  private static Instant next(ScheduleSpec schedule) {
    return Schedule.of(schedule).nextAfter(Instant.now()).orElseThrow();
  }

  private static Map<String, Object> row(String sql, ChangeJobExample of) {
    return installation.ledger().jdbc().sql(sql).param("job", of.job().value()).query().singleRow();
  }

  private static Instant nextFireAt(ChangeJobExample of) {
    return ((java.sql.Timestamp)
            row("select next_fire_at from schedule where job_id = :job", of).get("next_fire_at"))
        .toInstant();
  }

  private SagaScript another() {
    return script.run(ChangeJobSaga.MAP);
  }
}
