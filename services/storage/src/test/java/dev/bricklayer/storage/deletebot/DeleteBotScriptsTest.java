package dev.bricklayer.storage.deletebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.state.JobState.Status;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import org.junit.jupiter.api.Test;

/** Storage's row of {@code docs/sagas/delete-bot.md}: taken, taken twice, and for nothing. */
class DeleteBotScriptsTest {

  private final StorageUnderTest storage = StorageUnderTest.shared();
  private final CreateBotExample bot = CreateBotExample.fresh();
  private final SagaScript creation = storage.script().run(CreateBotSaga.MAP);
  private final SagaScript saga = storage.script().run(DeleteBotSaga.MAP);
  private final Message firingEnded = new BotFiringEnded(bot.bot());
  private final Message erased = new BotErased(bot.bot());

  @Test
  void erasesJobsAndCredentials() {
    creation.given(bot.botReserved(), bot.jobPlanned());
    saga.when(firingEnded)
        .then(erased, bot.jobState(Status.DELETED, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(erased);
  }

  @Test
  void leavesOnlyTheTombstoneBehind() {
    creation.given(bot.botReserved(), bot.jobPlanned());
    saga.given(firingEnded);
    assertThat(storage.script().rowsNaming(bot.bot(), bot.owner(), bot.job().id()))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message")
        .containsEntry("public.bot_tombstone", 1L);
  }

  @Test
  void saysSoWhereNothingWasKept() {
    saga.when(firingEnded).then(erased);
  }

  @Test
  void keepsNothingForTheBotAfterwards() {
    saga.given(firingEnded);
    creation.when(bot.botReserved()).thenNothing();
  }
}
