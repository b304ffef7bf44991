package dev.bricklayer.storage.changecredentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.changecredentials.OldCredentialsDropped;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletebot.BotFiringEnded;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Storage's rows of {@code docs/sagas/change-credentials.md}: taken, taken twice, and too late. */
class ChangeCredentialsScriptsTest {

  private static final Refusal WHY = Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/credentials/token");

  private final StorageUnderTest storage = StorageUnderTest.shared();
  private final CreateBotExample bot =
      CreateBotExample.fresh().with(_ -> new Credentials.OwnToken(token("old")));
  private final SagaScript saga = storage.script().run(ChangeCredentialsSaga.MAP);
  private final Credentials fresh = new Credentials.OwnToken(token("new"));
  private final Message verified =
      new CredentialsVerified(bot.bot(), fresh, bot.account(), bot.deadline());
  private final Message kept = new CredentialsKept(bot.bot(), fresh, bot.account(), bot.deadline());
  private final Message taken = new CredentialsTaken(bot.bot());
  private final Message rejected = new CredentialsRejected(bot.bot(), WHY);
  private final Message newDropped = new NewCredentialsDropped(bot.bot(), WHY);

  @Test
  void keepsTheNewBesideTheOld() {
    itLives();
    saga.when(verified).then(kept).whenDeliveredAgain().thenNothing().whenSaidAgain().thenNothing();
    assertThat(credentials()).containsExactly("old", "new");
  }

  @Test
  void dropsTheOld() {
    itLives();
    saga.given(verified)
        .when(taken)
        .then(new OldCredentialsDropped(bot.bot()))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(credentials()).containsExactly("new");
  }

  @Test
  void dropsTheNew() {
    itLives();
    saga.given(verified)
        .when(rejected)
        .then(newDropped)
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(credentials()).containsExactly("old");
  }

  @Test
  void keepsNothingForWhatComesAfterItsUndoing() {
    itLives();
    saga.when(rejected).then(newDropped).when(verified).thenNothing();
    assertThat(credentials()).containsExactly("old");
  }

  @Test
  void aSecondChangeFollowsTheFirst() {
    itLives();
    saga.given(verified, taken);
    Credentials newer = new Credentials.OwnToken(token("newer"));
    storage
        .script()
        .run(ChangeCredentialsSaga.MAP)
        .given(new CredentialsVerified(bot.bot(), newer, bot.account(), bot.deadline()), taken);
    assertThat(credentials()).containsExactly("newer");
  }

  @Test
  void keepsNothingForABotThatIsGone() {
    itLives();
    storage.script().run(DeleteBotSaga.MAP).given(new BotFiringEnded(bot.bot()));
    saga.when(verified).thenNothing().when(rejected).then(newDropped);
    assertThat(credentials()).isEmpty();
  }

  private void itLives() {
    storage.script().run(CreateBotSaga.MAP).given(bot.botReserved(), bot.jobPlanned());
  }

  private static SealedToken token(String text) {
    return new SealedToken("1", text);
  }

  private List<String> credentials() {
    return storage
        .context()
        .getBean(JdbcClient.class)
        .sql(
            """
            select credentials -> 'token' ->> 'ciphertext' from bot_credentials
            where bot_id = :bot order by revision
            """)
        .param("bot", bot.bot().value())
        .query(String.class)
        .list();
  }
}
