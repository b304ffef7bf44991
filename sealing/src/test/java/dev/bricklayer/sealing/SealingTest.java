package dev.bricklayer.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SealedToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {

  private final SealingKeys keys = SealingKeys.generate();
  private final TokenSealer sealer = new TokenSealer(keys.publicText());
  private final TokenOpener opener = new TokenOpener(keys.privateText());
  private final BotId bot = new BotId(UUID.fromString("11111111-1111-4111-8111-111111111111"));

  @Test
  void opensWhatWasSealedForTheSameBot() {
    assertThat(opener.open(sealer.seal("a-secret-token", bot), bot)).isEqualTo("a-secret-token");
  }

  @Test
  void opensWhatWhoeverMayOpenHasSealed() {
    SealedToken sealed = TokenSealer.ofOpener(keys.privateText()).seal("a-secret-token", bot);

    assertThat(opener.open(sealed, bot)).isEqualTo("a-secret-token");
    assertThat(sealed.keyId()).isEqualTo(sealer.seal("another", bot).keyId());
  }

  @Test
  void sealsTheSameTokenDifferentlyEachTime() {
    assertThat(sealer.seal("a-secret-token", bot)).isNotEqualTo(sealer.seal("a-secret-token", bot));
  }

  @Test
  void refusesATokenSealedForAnotherBot() {
    SealedToken sealed = sealer.seal("a-secret-token", bot);
    BotId other = new BotId(UUID.fromString("22222222-2222-4222-8222-222222222222"));

    assertThatThrownBy(() -> opener.open(sealed, other))
        .isInstanceOf(UnopenableTokenException.class);
  }

  @Test
  void refusesATokenSealedWithAnotherKey() {
    SealedToken sealed =
        new TokenSealer(SealingKeys.generate().publicText()).seal("a-secret-token", bot);

    assertThatThrownBy(() -> opener.open(sealed, bot)).isInstanceOf(UnopenableTokenException.class);
  }

  @Test
  void cannotOpenWithThePublicKey() {
    assertThatThrownBy(() -> new TokenOpener(keys.publicText()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatIsWrongWithAKeyThatIsNone() {
    assertThatThrownBy(() -> new TokenSealer("rubbish"))
        .hasMessageContaining("Base64 of a Tink JSON keyset");
  }

  @Test
  void showsNoKeyAndNoTokenInTexts() {
    assertThat(keys.toString()).doesNotContain(keys.privateText());
    assertThat(sealer.seal("a-secret-token", bot).toString()).doesNotContain("ciphertext");
  }
}
