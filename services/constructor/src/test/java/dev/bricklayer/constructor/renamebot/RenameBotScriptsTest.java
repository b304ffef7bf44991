package dev.bricklayer.constructor.renamebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Constructor's rows of {@code docs/sagas/rename-bot.md}: taken, taken twice, and refused. */
class RenameBotScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final CreateBotExample bot = constructor.bot();
  private final SagaScript creation = constructor.script().run(CreateBotSaga.MAP);
  private final SagaScript saga = constructor.script().run(RenameBotSaga.MAP);
  private final Message abandon = new AbandonRenameBot(bot.bot(), DEADLINE);

  @Test
  void givesTheBotItsNewName() {
    itLives();
    saga.when(rename("Retro"))
        .then(renamed("Retro", 3), bot.named("Retro").botState(Status.ACTIVE, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void theOldNameIsFreeAndTheNewOneTaken() {
    itLives();
    saga.given(rename("Retro"));
    CreateBotExample second = constructor.bot().ownedBy(bot.owner());
    run().when(second.named("RETRO").createBot()).then(second.botRefused(taken()));
    CreateBotExample third = constructor.bot().ownedBy(bot.owner());
    run().when(third.createBot()).then(third.botReserved(), third.botState(Status.PENDING, 1));
  }

  @Test
  void refusesANameThatAnotherBotOfItsOwnerHas() {
    itLives();
    CreateBotExample other = constructor.bot().ownedBy(bot.owner()).named("Планёрка");
    run().given(other.createBot(), other.jobActivated());
    saga.when(rename("планёрка")).then(new BotRenameRefused(bot.bot(), taken()));
  }

  @Test
  void refusesANameThatABotOfAnotherSelfOfItsOwnerHas() {
    itLives();
    PersonId identity = new PersonId(UUID.randomUUID());
    constructor.has(constructor.bot().ownedBy(identity).named("Планёрка"));
    run()
        .given(
            new AccountState(
                bot.owner(),
                "lena",
                "en",
                null,
                AccountState.Status.ACTIVE,
                1,
                List.of(new LinkedIdentity(identity, "lena0", "lena", Instant.EPOCH))));

    saga.when(rename("планёрка")).then(new BotRenameRefused(bot.bot(), taken()));
  }

  @Test
  void endsTheSagaUnlessItsPivotWasTaken() {
    itLives();
    saga.when(abandon)
        .then(new BotRenameRefused(bot.bot(), DEADLINE))
        .when(rename("Retro"))
        .thenNothing()
        .when(abandon)
        .then(new BotRenameRefused(bot.bot(), DEADLINE));
  }

  @Test
  void answersAnAbandonThatComesAfterThePivotWithTheNewName() {
    itLives();
    saga.given(rename("Retro")).when(abandon).then(renamed("Retro", 3));
  }

  @Test
  void goesWithItsBot() {
    itLives();
    saga.given(rename("Retro"));
    constructor
        .script()
        .run(DeleteBotSaga.MAP)
        .given(new DeleteBot(bot.bot(), bot.owner()), new BotErased(bot.bot()));
    assertThat(constructor.script().rowsNaming(bot.bot()))
        .containsOnlyKeys("public.bot_tombstone", "messaging.outbox_message");
  }

  private void itLives() {
    creation.given(bot.createBot(), bot.jobActivated());
  }

  private SagaScript run() {
    return constructor.script().run(CreateBotSaga.MAP);
  }

  private Message rename(String name) {
    return new RenameBot(bot.bot(), bot.owner(), name);
  }

  private Message renamed(String name, long version) {
    return new BotRenamed(bot.bot(), bot.owner(), name, bot.account(), version);
  }

  private static Refusal taken() {
    return Refusal.of(RefusalCode.NAME_TAKEN, "/name");
  }
}
