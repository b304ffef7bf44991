package dev.bricklayer.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Test
  void everyTextStandsInBothLanguagesWithTheSameArguments() throws Exception {
    Properties english = load("words.properties");
    Properties russian = load("words_ru.properties");

    assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(russian.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @Test
  void aTextThatIsNotThereIsNoticedWhereItIsAskedFor() {
    assertThatThrownBy(() -> Problem.WORDS.text("no-such-text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAreWrittenPlainly() {
    Text text = Problem.WORDS.text("too-long", 16383, 20000);

    assertThat(text.in(Locale.ENGLISH)).isEqualTo("At most 16383 characters; these are 20000.");
  }

  @Test
  void bracesAreWrittenAsTheyAre() {
    Text text = Problem.WORDS.text("not-an-object");

    assertThat(text.in(Locale.ENGLISH)).isEqualTo("This must be an object: {…}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {"none|en", "''|en", "ru|ru", "de, ru;q=0.5|ru", "en-GB, ru|en", "*|en", "!|en"})
  void theBestOfOurLanguagesIsChosen(String acceptLanguage, String expected) {
    assertThat(Wording.languageFor(acceptLanguage)).isEqualTo(Locale.of(expected));
  }

  private static int arguments(String pattern) {
    return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
  }

  private static Properties load(String name) throws Exception {
    Properties properties = new Properties();
    try (var in = WordingTest.class.getResourceAsStream(name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
