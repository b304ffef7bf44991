package dev.bricklayer.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnKeyTest {

  private static final String TEXT = OwnKey.generate();

  private final OwnKey key = new OwnKey(TEXT);

  @Test
  void anotherCopyOpensWhatOneSealed() {
    byte[] sealed = key.seal("bot token", "a token, ключ");
    assertThat(new OwnKey(TEXT).open("bot token", sealed)).isEqualTo("a token, ключ");
  }

  @Test
  void theSameTextIsNeverSealedTheSame() {
    assertThat(key.seal("bot token", "text")).isNotEqualTo(key.seal("bot token", "text"));
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    byte[] sealed = key.seal("bot token", "text");
    OwnKey another = new OwnKey(OwnKey.generate());
    assertThatThrownBy(() -> another.open("bot token", sealed))
        .isInstanceOf(UnopenableTextException.class);
  }

  @Test
  void whatIsSealedForOnePurposeIsNotOpenedForAnother() {
    byte[] sealed = key.seal("draft", "text");
    assertThatThrownBy(() -> key.open("bot token", sealed))
        .isInstanceOf(UnopenableTextException.class);
  }

  @Test
  void everyBitOfItCounts() {
    byte[] sealed = key.seal("bot token", "text");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> key.open("bot token", changed))
          .isInstanceOf(UnopenableTextException.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> key.open("bot token", cut))
          .isInstanceOf(UnopenableTextException.class);
    }
  }

  @Test
  void derivesTheSameForOnePurposeAndAnotherForEachOther() {
    assertThat(key.derived("context")).isEqualTo(new OwnKey(TEXT).derived("context")).hasSize(32);
    assertThat(key.derived("context")).isNotEqualTo(key.derived("state"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not Base64", "c2hvcnQ=", "…"})
  void refusesWhatIsNoKey(String text) {
    assertThatThrownBy(() -> new OwnKey(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void hidesItselfInTexts() {
    assertThat(key).asString().doesNotContain(TEXT);
  }
}
