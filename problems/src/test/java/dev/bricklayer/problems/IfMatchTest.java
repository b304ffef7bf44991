package dev.bricklayer.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "\"6\",\"7\"", " \"7\" ", "*"})
  void admitsWhatItNames(String header) {
    assertThat(IfMatch.of(header).admits(IfMatch.tag(7))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "\"77\"", "W/\"7\"", "\"\""})
  void refusesWhatItDoesNotName(String header) {
    assertThatThrownBy(() -> IfMatch.of(header).require(IfMatch.tag(7)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.code()).isEqualTo("version-conflict");
            });
  }

  @Test
  void admitsEverythingWhereItIsNotSent() {
    assertThat(IfMatch.of(null).admits(IfMatch.tag(7))).isTrue();
    assertThat(IfMatch.of(null).isConditional()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "\"7", "\"7\" \"8\"", "\"7\",", "\"a b\"", "'7'"})
  void whatIsNoTagIsMalformed(String header) {
    assertThatThrownBy(() -> IfMatch.of(header))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.errors()).hasSize(1);
            });
  }

  @Test
  void anEnormousHeaderIsMalformed() {
    assertThatThrownBy(() -> IfMatch.of("\"" + "7".repeat(100_000) + "\""))
        .isInstanceOf(Problem.class);
  }
}
