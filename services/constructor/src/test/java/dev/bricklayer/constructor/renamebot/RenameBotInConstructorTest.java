package dev.bricklayer.constructor.renamebot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.RenameBot;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a bot keeps its name. */
class RenameBotInConstructorTest {

  private static final BotId BOT = new BotId(UUID.randomUUID());
  private static final PersonId OWNER = new PersonId(UUID.randomUUID());
  private static final PersonId ELSE = new PersonId(UUID.randomUUID());

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(new NamedBot.Gone(), RefusalCode.BOT_DELETED, ""),
        Arguments.of(new NamedBot.InHand(OWNER), RefusalCode.LOCKED, ""),
        Arguments.of(new NamedBot.InHand(ELSE), RefusalCode.FORBIDDEN, ""),
        Arguments.of(living(ELSE, true), RefusalCode.FORBIDDEN, ""),
        Arguments.of(living(OWNER, false), RefusalCode.NAME_TAKEN, "/name"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesAndRemembersIt(NamedBot bot, RefusalCode code, String pointer) {
    Refusal why = Refusal.of(code, pointer);
    var decided =
        RenameBotInConstructor.onRenameBot(
            new Renaming.Unheard(), new RenameBot(BOT, OWNER, "Retro"), bot);

    assertThat(decided.send()).containsExactly(new BotRenameRefused(BOT, why));
    assertThat(decided.next()).isEqualTo(new Renaming.Refused(BOT, why));
  }

  private static NamedBot living(PersonId owner, boolean nameFree) {
    return new NamedBot.Living(owner, new BotAccount("account-id", "standup"), nameFree, 2);
  }
}
