package dev.bricklayer.bff.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K7MW-Q2XH-94PD",
        "k7mwq2xh94pd",
        " K7MW Q2XH 94PD ",
        "K7MW–Q2XH—94PD",
        "`K7MW-Q2XH-94PD`",
        "K7MW\u00a0Q2XH\n94PD."
      })
  void isReadHoweverItIsTyped(String typed) {
    assertThat(LinkCode.typed(typed)).contains(new LinkCode("K7MWQ2XH94PD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "K7MW", "K7MW-Q2XH-94PD-K7MW", "K7MW-Q2XH-94P0", "К7МW-Q2XH-94PD", "link"})
  void isNotReadIntoSomethingElse(String typed) {
    assertThat(LinkCode.typed(typed)).isEmpty();
  }

  @Test
  void anEnormousTextIsNoCode() {
    assertThat(LinkCode.typed("-".repeat(100_000))).isEmpty();
  }

  @Test
  void isNotShownInTexts() {
    assertThat(new LinkCode("K7MWQ2XH94PD").toString()).doesNotContain("K7MW");
  }
}
