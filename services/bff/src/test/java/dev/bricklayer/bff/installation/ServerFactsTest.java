package dev.bricklayer.bff.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFactsTest {

  @ParameterizedTest
  @CsvSource({
    "11.6.0, true",
    "11.1.0, true",
    "12.0.3, true",
    "11.0.9, false",
    "10.11.2, false",
    "9.10, false",
    "'', false",
    "dev, false"
  })
  void comparesVersionsByNumbers(String version, boolean expected) {
    ServerFacts facts = new ServerFacts(version, "id", "", Locale.ENGLISH);
    assertThat(facts.isAtLeast(11, 1)).isEqualTo(expected);
  }
}
