package dev.bricklayer.constructor.changecredentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.changecredentials.OldCredentialsDropped;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Constructor's rows of {@code docs/sagas/change-credentials.md}: taken, twice, and too late. */
class ChangeCredentialsScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final CreateBotExample bot = constructor.bot();
  private final SagaScript creation = constructor.script().run(CreateBotSaga.MAP);
  private final SagaScript saga = constructor.script().run(ChangeCredentialsSaga.MAP);
  private final Credentials fresh =
      ConstructorUnderTest.sealed(constructor.mattermost().demo().botToken(), bot.bot());
  private final Message change = with(fresh);
  private final Message settled = new OldCredentialsDropped(bot.bot());
  private final Message dropped = new NewCredentialsDropped(bot.bot(), DEADLINE);

  @Test
  void takesTheBotInHandAndVerifiesTheCredentials() {
    itLives();
    saga.when(change)
        .then(verified())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    constructor
        .script()
        .run(DeleteBotSaga.MAP)
        .when(new DeleteBot(bot.bot(), bot.owner()))
        .then(new BotDeletionRefused(bot.bot(), Refusal.of(RefusalCode.LOCKED, "")));
  }

  @Test
  void notesTheAccountAndLetsGoOfTheBot() {
    itLives();
    saga.given(change)
        .when(settled)
        .then(
            new CredentialsChanged(bot.bot(), bot.owner(), bot.name(), bot.account(), 3),
            bot.botState(Status.ACTIVE, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    anotherChange().when(change).then(verified());
  }

  @Test
  void letsGoOfTheBotAsItWas() {
    itLives();
    saga.given(change)
        .when(dropped)
        .then(new CredentialsChangeUndone(bot.bot(), DEADLINE))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    anotherChange().when(change).then(verified());
  }

  @Test
  void doesNothingForACommandThatComesAfterItsUndoing() {
    itLives();
    saga.when(dropped)
        .then(new CredentialsChangeUndone(bot.bot(), DEADLINE))
        .when(change)
        .thenNothing();
  }

  @Test
  void anUndoLeavesABotAloneThatAnotherRunHasInHand() {
    itLives();
    saga.given(change);
    anotherChange().given(dropped).when(change).thenNothing();
    anotherChange().when(change).then(refused(RefusalCode.LOCKED, ""));
  }

  @Test
  void refusesATokenThatIsNobodysAndLetsGoOfTheBot() {
    itLives();
    saga.when(with(ConstructorUnderTest.sealed("nobodys0token0here00000000", bot.bot())))
        .then(refused(RefusalCode.TOKEN_INVALID, "/credentials/token"));
    anotherChange().when(change).then(verified());
  }

  @Test
  void aSharedBotTakesAnotherTokenOfBricklayersAndNoOther() {
    SealedToken token = Objects.requireNonNull(fresh.token());
    CreateBotExample shared =
        bot.with(_ -> new Credentials.Shared(token))
            .askedForBy(constructor.mattermost().demo().userId("lena"));
    creation.given(shared.createBot(), shared.jobActivated());
    anotherChange()
        .when(change)
        .then(refused(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind"));
    saga.when(with(shared.credentials()))
        .then(
            new CredentialsVerified(
                bot.bot(), shared.credentials(), bot.account(), bot.deadline()));
  }

  @Test
  void keepsNoTokenInClear() {
    itLives();
    saga.given(change);
    String token = constructor.mattermost().demo().botToken();
    assertThat(constructor.script().rowsNaming(token)).isEmpty();
  }

  private void itLives() {
    creation.given(bot.createBot(), bot.jobActivated());
  }

  private SagaScript anotherChange() {
    return constructor.script().run(ChangeCredentialsSaga.MAP);
  }

  private Message with(Credentials credentials) {
    return new ChangeCredentials(bot.bot(), bot.owner(), credentials, bot.deadline());
  }

  private Message verified() {
    return new CredentialsVerified(bot.bot(), fresh, bot.account(), bot.deadline());
  }

  private Message refused(RefusalCode code, String pointer) {
    return new CredentialsRefused(bot.bot(), Refusal.of(code, pointer));
  }
}
