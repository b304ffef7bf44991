package dev.bricklayer.storage.changejob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.state.JobState.Status;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import org.junit.jupiter.api.Test;

/** Storage's rows of {@code docs/sagas/change-job.md}: taken, taken twice, and too late. */
class ChangeJobScriptsTest {

  private static final Refusal WHY = Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/channel");
  private static final Refusal JOB_DELETED = Refusal.of(RefusalCode.JOB_DELETED, "");
  private static final Refusal LOCKED = Refusal.of(RefusalCode.LOCKED, "");

  private final StorageUnderTest storage = StorageUnderTest.shared();
  private final CreateBotExample bot = CreateBotExample.fresh();
  private final SagaScript creation = storage.script().run(CreateBotSaga.MAP);
  private final SagaScript saga = storage.script().run(ChangeJobSaga.MAP);
  private final ChangeJobExample edit =
      ChangeJobExample.of(bot, ChangeJobExample.text("Stand-up now"));

  @Test
  void storesTheNewRevision() {
    theBotLives();
    saga.when(edit.changeJob(1L))
        .then(edit.revisionStored())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void makesTheRevisionCurrent() {
    theBotLives();
    saga.given(edit.changeJob())
        .when(edit.revisionApplied())
        .then(edit.jobChanged(3), edit.jobState(Status.ACTIVE, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void dropsTheRevisionAndNeverTouchedTheOneBefore() {
    theBotLives();
    saga.given(edit.changeJob())
        .when(edit.revisionRefused(WHY))
        .then(edit.revisionDropped(WHY))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(storage.script().rowsNaming(edit.job()))
        .containsEntry("public.job_revision", 1L)
        .containsEntry("public.change_tombstone", 1L);
  }

  @Test
  void dropsARevisionForWhichAChannelWasToBeJoined() {
    theBotLives();
    saga.given(edit.changeJob())
        .when(edit.channelLeft(WHY))
        .then(edit.revisionDropped(WHY))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void storesNothingForACommandThatComesAfterItsUndoing() {
    theBotLives();
    saga.when(edit.revisionRefused(WHY))
        .then(edit.revisionDropped(WHY))
        .when(edit.changeJob())
        .thenNothing();
  }

  @Test
  void pausesAndResumes() {
    theBotLives();
    ChangeJobExample pause = ChangeJobExample.of(bot, Edit.pause());
    saga.when(pause.changeJob())
        .then(pause.revisionStored())
        .when(pause.revisionApplied())
        .then(pause.jobChanged(3), pause.jobState(Status.PAUSED, 3));

    ChangeJobExample resume = pause.then(Edit.resume());
    another()
        .when(resume.changeJob())
        .then(resume.revisionStored())
        .when(resume.revisionApplied())
        .then(resume.jobChanged(4), resume.jobState(Status.ACTIVE, 4));
  }

  @Test
  void aPausedJobStaysPausedUnderAnEdit() {
    theBotLives();
    ChangeJobExample pause = ChangeJobExample.of(bot, Edit.pause());
    saga.given(pause.changeJob(), pause.revisionApplied());

    ChangeJobExample text = pause.then(ChangeJobExample.text("Later"));
    another()
        .when(text.changeJob())
        .then(text.revisionStored())
        .when(text.revisionApplied())
        .then(text.jobChanged(4), text.jobState(Status.PAUSED, 4));
  }

  @Test
  void addsAJob() {
    theBotLives();
    ChangeJobExample added = ChangeJobExample.adding(bot, "retro");
    saga.when(added.changeJob())
        .then(added.revisionStored(), added.jobState(Status.PENDING, 1))
        .when(added.revisionApplied())
        .then(added.jobChanged(2), added.jobState(Status.ACTIVE, 2));
  }

  @Test
  void anAdditionThatIsRefusedLeavesOnlyTheTombstone() {
    theBotLives();
    ChangeJobExample added = ChangeJobExample.adding(bot, "retro");
    saga.given(added.changeJob())
        .when(added.revisionRefused(WHY))
        .then(added.revisionDropped(WHY), added.jobState(Status.DELETED, 2));
    assertThat(storage.script().rowsNaming(added.job()))
        .containsOnlyKeys("public.change_tombstone", "messaging.outbox_message");
  }

  @Test
  void aSecondChangeIsRefusedWhileTheFirstIsUnderWay() {
    theBotLives();
    saga.given(edit.changeJob());
    another().when(edit.changeJob()).then(edit.jobChangeRefused(LOCKED));

    saga.given(edit.revisionRefused(WHY));
    another().when(edit.changeJob()).then(edit.revisionStored());
  }

  @Test
  void aChangeOfAnotherRevisionIsRefused() {
    theBotLives();
    saga.when(edit.changeJob(7L))
        .then(edit.jobChangeRefused(Refusal.of(RefusalCode.VERSION_CONFLICT, "")))
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void aShortNameIsHeldByARevisionThatWaits() {
    theBotLives();
    Refusal taken = Refusal.of(RefusalCode.SHORT_NAME_TAKEN, "/shortName");
    ChangeJobExample same = ChangeJobExample.adding(bot, "STAND-up");
    another().when(same.changeJob()).then(same.jobChangeRefused(taken));

    ChangeJobExample renamed = ChangeJobExample.of(bot, ChangeJobExample.named("morning"));
    saga.given(renamed.changeJob());
    ChangeJobExample late = ChangeJobExample.adding(bot, "Morning");
    another().when(late.changeJob()).then(late.jobChangeRefused(taken));

    saga.given(renamed.revisionApplied());
    ChangeJobExample free = ChangeJobExample.adding(bot, "stand-up");
    another().when(free.changeJob()).then(free.revisionStored(), free.jobState(Status.PENDING, 1));
  }

  @Test
  void aBotThatIsBeingCreatedIsLocked() {
    creation.given(bot.botReserved());
    ChangeJobExample added = ChangeJobExample.adding(bot, "retro");
    saga.when(added.changeJob()).then(added.jobChangeRefused(LOCKED));
    another().when(edit.changeJob()).then(edit.jobChangeRefused(LOCKED));
  }

  @Test
  void aBotThatIsGoneGetsNoJob() {
    creation.given(bot.botReserved(), bot.jobRefused(WHY));
    ChangeJobExample added = ChangeJobExample.adding(bot, "retro");
    Refusal gone = Refusal.of(RefusalCode.BOT_DELETED, "");
    saga.when(added.changeJob()).then(added.jobChangeRefused(gone));
  }

  @Test
  void deletionWinsOverAChangeThatTheEngineHasApplied() {
    theBotLives();
    saga.given(edit.changeJob());
    storage
        .script()
        .run(DeleteJobSaga.MAP)
        .when(edit.jobUnplanned())
        .then(edit.jobErased(3), bot.jobState(Status.DELETED, 3));

    saga.when(edit.revisionApplied()).then(edit.revisionDropped(JOB_DELETED));
    another().when(edit.changeJob()).then(edit.jobChangeRefused(JOB_DELETED));
  }

  private void theBotLives() {
    creation.given(bot.botReserved(), bot.jobPlanned());
  }

  private SagaScript another() {
    return storage.script().run(ChangeJobSaga.MAP);
  }
}
