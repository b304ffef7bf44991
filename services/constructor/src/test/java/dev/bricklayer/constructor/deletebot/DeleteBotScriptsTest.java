package dev.bricklayer.constructor.deletebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Constructor's rows of {@code docs/sagas/delete-bot.md}: taken, taken twice, and refused. */
class DeleteBotScriptsTest {

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final CreateBotExample bot = constructor.bot();
  private final SagaScript creation = constructor.script().run(CreateBotSaga.MAP);
  private final SagaScript saga = constructor.script().run(DeleteBotSaga.MAP);
  private final SagaScript secondRun = constructor.script().run(DeleteBotSaga.MAP);
  private final Message deleteBot = new DeleteBot(bot.bot(), bot.owner());
  private final Message begun = new BotDeletionBegun(bot.bot());
  private final Message erased = new BotErased(bot.bot());
  private final Message deleted = new BotDeleted(bot.bot());

  @Test
  void marksTheBot() {
    itLives();
    saga.when(deleteBot)
        .then(begun, bot.botState(Status.DELETING, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(begun);
  }

  @Test
  void givesTheNameUpAtOnce() {
    itLives();
    saga.given(deleteBot);
    CreateBotExample sameName = constructor.bot().ownedBy(bot.owner());
    constructor
        .script()
        .run(CreateBotSaga.MAP)
        .when(sameName.createBot())
        .then(sameName.botReserved(), sameName.botState(Status.PENDING, 1));
  }

  @Test
  void forgetsTheBot() {
    itLives();
    saga.given(deleteBot)
        .when(erased)
        .then(deleted, bot.botState(Status.DELETED, 4))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(deleted);
  }

  @Test
  void givesTheOthersTheirTurnAgainWhenItIsAskedAgainAtTheEnd() {
    itLives();
    saga.given(deleteBot, erased).when(deleteBot).then(begun).when(erased).then(deleted);
  }

  @Test
  void leavesOnlyTheTombstoneBehind() {
    itLives();
    secondRun.given(new DeleteBot(bot.bot(), new PersonId(UUID.randomUUID())));
    saga.given(deleteBot, erased);
    assertThat(constructor.script().rowsNaming(bot.bot(), bot.owner()))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message")
        .containsEntry("public.bot_tombstone", 1L);
  }

  @Test
  void staysWithItsRefusalWhateverBecomesOfTheBot() {
    creation.given(bot.createBot());
    saga.given(deleteBot);
    creation.given(bot.jobActivated());
    saga.when(deleteBot).then(refused(RefusalCode.LOCKED));
  }

  @Test
  void doesNotReviveABotThatIsOnItsWayOut() {
    itLives();
    saga.given(deleteBot);
    creation.when(bot.jobActivated()).thenNothing().when(bot.createBot()).thenNothing();
  }

  private void itLives() {
    creation.given(bot.createBot(), bot.jobActivated());
  }

  private Message refused(RefusalCode code) {
    return new BotDeletionRefused(bot.bot(), Refusal.of(code, ""));
  }
}
