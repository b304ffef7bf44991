package dev.bricklayer.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Stand-Up, stand-up",
    "СТЕНДАП, стендап",
    "straße, STRASSE",
    "ΟΔΥΣΣΕΥΣ, οδυσσευς",
    "Cafe\u0301, CAFÉ",
    "ｒｅｌｅａｓｅ, Release",
    "ﬁnance, FINANCE",
    "'release  notes', 'Release\u00a0Notes '",
  })
  void isOneForNamesThatPeopleTakeForTheSame(String one, String other) {
    assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"stand-up, standup", "cafe, café", "и, й", "release 1, release 2"})
  void tellsOtherNamesApart(String one, String other) {
    assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
  }
}
