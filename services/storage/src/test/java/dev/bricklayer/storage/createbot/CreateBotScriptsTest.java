package dev.bricklayer.storage.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.JobState.Status;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Storage's rows of {@code docs/sagas/create-bot.md}: taken, taken twice, and too late. */
class CreateBotScriptsTest {

  private static final Refusal WHY = Refusal.of(RefusalCode.CHANNEL_UNKNOWN, "/job/channel");

  private final StorageUnderTest storage = StorageUnderTest.shared();
  private final CreateBotExample bot = CreateBotExample.fresh();
  private final CreateBotExample managed = CreateBotExample.fresh().managed();
  private final SagaScript saga = storage.script().run(CreateBotSaga.MAP);

  @Test
  void storesSealedCredentialsAndTheFirstJob() {
    saga.when(bot.botReserved())
        .then(bot.jobStored(), bot.jobState(Status.PENDING, 1))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void storesTheFirstJobOfABotThatHasNoAccountYet() {
    saga.when(managed.botReserved())
        .then(managed.jobNoted(), managed.jobState(Status.PENDING, 1))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void storesTheSealedTokenOfTheAccountThatWasMade() {
    saga.given(managed.botReserved())
        .when(managed.accountMade())
        .then(managed.credentialsStored())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing()
        .when(managed.jobPlanned())
        .then(managed.jobActivated(), managed.jobState(Status.ACTIVE, 2));
  }

  @Test
  void erasesAJobWhoseBotGotNoAccount() {
    saga.given(managed.botReserved())
        .when(managed.jobRefused(WHY))
        .then(managed.jobDiscarded(WHY), managed.jobState(Status.DELETED, 2))
        .when(managed.accountMade())
        .thenNothing();
    assertThat(storage.script().rowsNaming(managed.bot(), managed.job().id()))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  @Test
  void makesTheJobCurrent() {
    saga.given(bot.botReserved())
        .when(bot.jobPlanned())
        .then(bot.jobActivated(), bot.jobState(Status.ACTIVE, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void erasesCredentialsAndJob() {
    saga.given(bot.botReserved())
        .when(bot.jobRefused(WHY))
        .then(bot.jobDiscarded(WHY), bot.jobState(Status.DELETED, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void storesNothingForAReservationThatComesAfterItsUndoing() {
    saga.when(bot.jobRefused(WHY))
        .then(bot.jobDiscarded(WHY))
        .when(bot.botReserved())
        .thenNothing();
  }

  @Test
  void doesNotReviveAJobThatWasUndone() {
    saga.given(bot.botReserved(), bot.jobRefused(WHY)).when(bot.jobPlanned()).thenNothing();
  }

  @Test
  void doesNotUndoAJobThatIsCurrent() {
    saga.given(bot.botReserved(), bot.jobPlanned()).when(bot.jobRefused(WHY)).thenNothing();
  }

  @Test
  void leavesOnlyTheTombstoneBehind() {
    saga.given(bot.botReserved(), bot.jobRefused(WHY));
    assertThat(rowsOfTheBot()).containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
    assertThat(rowsOfTheBot()).containsEntry("public.bot_tombstone", 1L);
  }

  @Test
  void keepsCredentialsJobAndRevisionOfABotThatLives() {
    saga.given(bot.botReserved(), bot.jobPlanned());
    assertThat(rowsOfTheBot())
        .containsEntry("public.bot_credentials", 1L)
        .containsEntry("public.job", 1L)
        .containsEntry("public.job_revision", 1L)
        .doesNotContainKey("public.bot_tombstone");
  }

  @Test
  void neverChangesARevision() {
    saga.given(bot.botReserved());
    JdbcClient jdbc = storage.context().getBean(JdbcClient.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("update job_revision set content = '{}' where job_id = ?")
                    .param(bot.job().id().value())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("a revision is immutable");
  }

  private Map<String, Long> rowsOfTheBot() {
    return storage.script().rowsNaming(bot.bot(), bot.owner(), bot.job().id(), saga.sagaId());
  }
}
