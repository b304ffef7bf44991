package dev.bricklayer.constructor.deletebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotDeletionBegun;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom constructor lets go, and why not the others. */
class DeleteBotInConstructorTest {

  private static final BotId BOT = new BotId(UUID.randomUUID());
  private static final PersonId OWNER = new PersonId(UUID.randomUUID());
  private static final PersonId ELSE = new PersonId(UUID.randomUUID());
  private static final SagaId RUN = new SagaId(UUID.randomUUID());
  private static final SagaId OTHER = new SagaId(UUID.randomUUID());
  private static final BotAccount ACCOUNT = new BotAccount("account-id", "standup");

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(new Departure.Unknown(), RefusalCode.BOT_DELETED),
        Arguments.of(new Departure.InHand(BOT, OWNER), RefusalCode.LOCKED),
        Arguments.of(new Departure.InHand(BOT, ELSE), RefusalCode.FORBIDDEN),
        Arguments.of(
            new Departure.Living(BOT, ELSE, "Stand-up", ACCOUNT, 2), RefusalCode.FORBIDDEN),
        Arguments.of(marked(OTHER), RefusalCode.LOCKED),
        Arguments.of(new Departure.Gone(BOT, OTHER), RefusalCode.BOT_DELETED));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesAndRemembersIt(Departure known, RefusalCode code) {
    Refusal why = Refusal.of(code, "");
    Decision<Departure, NoCall> decided = decide(known);

    assertThat(decided.send()).containsExactly(new BotDeletionRefused(BOT, why));
    assertThat(decided.next()).isEqualTo(new Departure.Refused(BOT, RUN, why));
    assertThat(decide(decided.next()).send()).isEqualTo(decided.send());
  }

  static Stream<Departure> ownDoing() {
    return Stream.of(marked(RUN), new Departure.Gone(BOT, RUN));
  }

  @ParameterizedTest
  @MethodSource("ownDoing")
  void givesTheOthersTheirTurnAgain(Departure known) {
    assertThat(decide(known)).isEqualTo(Decision.become(known, new BotDeletionBegun(BOT)));
  }

  @Test
  void marksABotThatLives() {
    assertThat(decide(new Departure.Living(BOT, OWNER, "Stand-up", ACCOUNT, 2)).next())
        .isEqualTo(marked(RUN));
  }

  private static Departure marked(SagaId by) {
    return new Departure.Marked(BOT, OWNER, "Stand-up", ACCOUNT, 3, by);
  }

  private static Decision<Departure, NoCall> decide(Departure known) {
    return DeleteBotInConstructor.onDeleteBot(known, RUN, new DeleteBot(BOT, OWNER));
  }
}
