package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Constructor's rows of {@code docs/sagas/create-bot.md}: taken, taken twice, and too late. */
class CreateBotScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final CreateBotExample bot = constructor.bot();
  private final SagaScript saga = constructor.script().run(CreateBotSaga.MAP);

  @Test
  void reservesNameAndQuotaAndVerifiesTheToken() {
    saga.when(bot.createBot())
        .then(bot.botReserved(), bot.botState(Status.PENDING, 1))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void makesTheBotLive() {
    saga.given(bot.createBot())
        .when(bot.jobActivated())
        .then(bot.botActivated(), bot.botState(Status.ACTIVE, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void freesTheName() {
    saga.given(bot.createBot())
        .when(bot.jobDiscarded(DEADLINE))
        .then(bot.nameReleased(DEADLINE), bot.botState(Status.DELETED, 2))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void doesNothingForACommandThatComesAfterItsUndoing() {
    saga.when(bot.jobDiscarded(DEADLINE))
        .then(bot.nameReleased(DEADLINE))
        .when(bot.createBot())
        .thenNothing();
  }

  @Test
  void doesNotReviveABotThatWasUndone() {
    saga.given(bot.createBot(), bot.jobDiscarded(DEADLINE)).when(bot.jobActivated()).thenNothing();
  }

  @Test
  void doesNotUndoABotThatLives() {
    saga.given(bot.createBot(), bot.jobActivated()).when(bot.jobDiscarded(DEADLINE)).thenNothing();
  }

  @Test
  void passesOverWhatOthersSayToOneAnother() {
    saga.given(bot.createBot()).when(bot.jobStored()).thenNothing();
  }

  @Test
  void leavesOnlyTheTombstoneBehind() {
    saga.given(bot.createBot(), bot.jobDiscarded(DEADLINE));
    assertThat(rowsOf(bot)).containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
    assertThat(rowsOf(bot)).containsEntry("public.bot_tombstone", 1L);
  }

  @Test
  void leavesOnlyTheTombstoneOfWhatItRefused() {
    CreateBotExample refused =
        bot.with(id -> ConstructorUnderTest.sealed("nobodys0token0here00000000", id));
    saga.given(refused.createBot());
    assertThat(rowsOf(refused))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  @Test
  void keepsNoTokenInClear() {
    saga.given(bot.createBot(), bot.jobActivated());
    String token = constructor.mattermost().demo().botToken();
    assertThat(constructor.script().rowsNaming(token)).isEmpty();
  }

  private Map<String, Long> rowsOf(CreateBotExample example) {
    return constructor
        .script()
        .rowsNaming(example.bot(), example.owner(), example.job().id(), saga.sagaId());
  }
}
