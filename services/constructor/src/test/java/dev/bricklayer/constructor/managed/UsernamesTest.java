package dev.bricklayer.constructor.managed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {

  private static final BotId BOT =
      new BotId(UUID.fromString("0199f3a0-0000-7000-8000-0123456789ab"));

  @ParameterizedTest
  @CsvSource({
    "Stand-up, stand-up",
    "Стендап, stendap",
    "Планёрка в 10:00, planerka-v-10-00",
    "Щука и подъезд, shchuka-i-podezd",
    "Їжак, yizhak",
    "Café Müller, cafe-muller",
    "Straße, strasse",
    "ŁÓDŹ, lodz",
    "ＦＵＬＬ, full",
    "Réunion d'équipe, reunion-d-equipe",
    "10 o'clock, bot-10-o-clock",
    "..., bot",
    "朝会, bot",
    "朝会 AM, am",
    "all, bot-all",
    "System, bot-system",
    "a_b.c-d, a_b.c-d",
    "A name that is much too long for it, a-name-that-is-much-to"
  })
  void soundsLikeTheName(String name, String username) {
    assertThat(Usernames.of(name, BOT)).first().isEqualTo(username);
  }

  @Test
  void countsWhenItIsTakenAndEndsWithWhatIsNobodyElses() {
    assertThat(Usernames.of("Stand-up", BOT))
        .startsWith("stand-up", "stand-up-2", "stand-up-3")
        .endsWith("stand-up-9", "stand-up-456789ab", "bot-0199f3a00000700080000123456789ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stand-up",
        "Очень-очень длинное название бота",
        "⏰",
        "----",
        "x",
        "9",
        "ъ",
        "ｱｲｳ"
      })
  void isWhatMattermostTakes(String name) {
    List<String> all = Usernames.of(name, BOT);
    assertThat(all).doesNotHaveDuplicates().allMatch(one -> one.matches("[a-z][a-z0-9._-]{0,63}"));
    assertThat(all.subList(0, all.size() - 1)).allMatch(one -> one.length() <= 22);
  }

  @Test
  void isGivenUpForOneThatIsNobodyElses() {
    String user = "n5x1tq3mofbfzr8d4k9w6ycx7h";
    assertThat(Usernames.closed("stand-up", user)).isEqualTo("stand-up-" + user);
    assertThat(Usernames.closed("stand-up-" + user, user)).isEqualTo("stand-up-" + user);
    assertThat(Usernames.closed("a".repeat(64), user)).hasSize(64).endsWith("-" + user);
  }
}
