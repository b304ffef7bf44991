package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal × language: status, field, and a sentence that says what to do. */
class RefusalsInWordsTest {

  private static final Map<RefusalCode, String> FIELDS =
      Map.ofEntries(
          Map.entry(RefusalCode.NAME_TAKEN, "/name"),
          Map.entry(RefusalCode.SHORT_NAME_TAKEN, "/job/shortName"),
          Map.entry(RefusalCode.CHANNEL_UNKNOWN, "/job/channel"),
          Map.entry(RefusalCode.CHANNEL_ARCHIVED, "/job/channel"),
          Map.entry(RefusalCode.BOT_NOT_MEMBER, "/job/channel"),
          Map.entry(RefusalCode.REQUESTER_NOT_MEMBER, "/job/channel"),
          Map.entry(RefusalCode.DIRECT_RESTRICTED, "/job/channel/directTo"),
          Map.entry(RefusalCode.LINK_REQUIRED, "/job/channel/directTo"),
          Map.entry(RefusalCode.TOKEN_INVALID, "/credentials/token"),
          Map.entry(RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token"),
          Map.entry(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind"),
          Map.entry(RefusalCode.SCHEDULE_INVALID, "/job/schedule/cron"),
          Map.entry(RefusalCode.SCHEDULE_IMPOSSIBLE, "/job/schedule/at"),
          Map.entry(RefusalCode.ZONE_UNKNOWN, "/job/schedule/timeZone"));

  private final BffWorld world = BffWorld.shared();

  static Stream<Arguments> everyRefusalInEveryLanguage() {
    return Arrays.stream(RefusalCode.values())
        .flatMap(code -> Stream.of(arguments(code, "en"), arguments(code, "ru")));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("everyRefusalInEveryLanguage")
  void isAnsweredWithItsStatusFieldAndSentence(RefusalCode code, String language) {
    String name = BffWorld.unique("refused");
    String pointer = FIELDS.getOrDefault(code, "");
    world.others().on(name, Script.refusing(Refusal.of(code, pointer)));
    Rest rest = world.at(world.patient(), Person.named("lena")).in(language);

    Rest.Answer answer = rest.post("/api/v1/bots", Bodies.bot(name).json());

    assertThat(answer.status()).isEqualTo(code.httpStatus());
    assertThat(answer.at("/status")).isEqualTo(String.valueOf(code.httpStatus()));
    assertThat(answer.at("/code")).isEqualTo(code.word());
    assertThat(answer.at("/detail")).isNotBlank().doesNotContain("{", "null");
    assertThat(isCyrillic(answer.at("/detail"))).isEqualTo(language.equals("ru"));
    if (code.httpStatus() == 422 || !pointer.isEmpty()) {
      assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
      assertThat(answer.at("/errors/0/code")).isEqualTo(code.word());
    } else {
      assertThat(answer.json().has("errors")).isFalse();
    }
  }

  private static boolean isCyrillic(String text) {
    return text.codePoints()
        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC);
  }
}
