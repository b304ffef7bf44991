package dev.bricklayer.testkit.saga;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.testkit.saga.BoundRows.BoundReaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundRowsTest {

  private static final BoundReaction STORE =
      new BoundReaction("StoreJobOnBotReserved", BotReserved.class);
  private static final BoundReaction STORE_TOKEN =
      new BoundReaction("StoreCredentialsOnAccountMade", AccountMade.class);
  private static final BoundReaction ACTIVATE =
      new BoundReaction("ActivateJobOnJobPlanned", JobPlanned.class);
  private static final BoundReaction DISCARD =
      new BoundReaction("DiscardJobOnJobRefused", JobRefused.class);

  @Test
  void takesAReactionForEachRow() {
    assertThatCode(() -> check(STORE, STORE_TOKEN, ACTIVATE, DISCARD)).doesNotThrowAnyException();
  }

  @Test
  void leavesOutWhatBelongsToNoSaga() {
    assertThatCode(
            () ->
                check(
                    STORE,
                    STORE_TOKEN,
                    ACTIVATE,
                    DISCARD,
                    new BoundReaction("KeepAccountOnAccountState", AccountState.class)))
        .doesNotThrowAnyException();
  }

  @Test
  void findsARowWithoutReaction() {
    assertThatThrownBy(() -> check(STORE, STORE_TOKEN, ACTIVATE))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void findsAReactionWithoutRow() {
    assertThatThrownBy(
            () ->
                check(
                    STORE,
                    STORE_TOKEN,
                    ACTIVATE,
                    DISCARD,
                    new BoundReaction("Other", BotReserved.class)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void findsAReactionOfAnotherName() {
    assertThatThrownBy(
            () ->
                check(
                    new BoundReaction("KeepJob", BotReserved.class),
                    STORE_TOKEN,
                    ACTIVATE,
                    DISCARD))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("KeepJob on BotReserved");
  }

  private static void check(BoundReaction... reactions) {
    BoundRows.check(List.of(CreateBotSaga.MAP), Service.STORAGE, List.of(reactions));
  }
}
