package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two bundles say the same things. */
class MessagesTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle russian = bundle(Locale.of("ru"));

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("dev.bricklayer.schedule.messages", locale);
  }

  @Test
  void everySentenceExistsInBothLanguages() {
    assertThat(russian.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void everySentenceUsesTheSameArguments() {
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(arguments(russian.getString(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getString(key))));
  }

  private static Set<String> arguments(String sentence) {
    return ARGUMENT.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void noSentenceHasAnApostropheThatTheFormatWouldSwallow() {
    assertThat(english.keySet())
        .allSatisfy(key -> assertThat(english.getString(key)).as(key).doesNotContain("'"));
  }

  @Test
  void speaksRussianOnRequestAndEnglishToEverybodyElse() {
    assertThat(Messages.in(Locale.of("ru", "RU")).text("zone.none"))
        .isEqualTo(russian.getString("zone.none"));
    assertThat(Messages.in(Locale.FRENCH).text("zone.none"))
        .isEqualTo(english.getString("zone.none"));
    assertThat(Messages.in(Locale.ROOT).text("zone.none"))
        .isEqualTo(english.getString("zone.none"));
  }
}
