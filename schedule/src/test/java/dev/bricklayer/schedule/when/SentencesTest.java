package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two bundles say the same things, and something for everything. */
class SentencesTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle russian = bundle(Locale.of("ru"));

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("dev.bricklayer.schedule.when.sentences", locale);
  }

  @Test
  void everySentenceExistsInBothLanguagesWithTheSameArguments() {
    assertThat(russian.keySet()).isEqualTo(english.keySet());
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
  void everyReasonAndEveryAssumptionHasItsSentence() {
    assertThat(english.keySet())
        .containsAll(Arrays.stream(Reason.values()).map(r -> "reason." + r.key()).toList())
        .containsAll(
            Arrays.stream(Hint.Kind.values())
                .filter(Hint.Kind::isAssumption)
                .map(kind -> "hint." + kind.code())
                .toList());
  }

  @Test
  void noSentenceHasAnApostropheThatTheFormatWouldSwallow() {
    assertThat(english.keySet())
        .allSatisfy(key -> assertThat(english.getString(key)).as(key).doesNotContain("'"));
  }
}
