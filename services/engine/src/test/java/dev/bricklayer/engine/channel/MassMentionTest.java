package dev.bricklayer.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MassMentionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"@channel", "Time, @here!", "@ALL: go", "(@channel)", "Пора, @all.", "@here\nnow"})
  void notifiesAll(String text) {
    assertThat(MassMention.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "channel",
        "lena@here.example",
        "@channels",
        "@all-hands",
        "@here.we",
        "@lena"
      })
  void namesSomebodyElseOrNobody(String text) {
    assertThat(MassMention.isIn(text)).isFalse();
  }
}
