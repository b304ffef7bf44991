package dev.bricklayer.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SealedToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals tokens where they arrive. It holds only the public key and can open nothing. */
public final class TokenSealer {

  private final HybridEncrypt encrypt;
  private final String keyId;

  /**
   * A sealer.
   *
   * @param publicText {@link SealingKeys#publicText()}
   * @throws IllegalArgumentException when the text is no public key
   */
  public TokenSealer(String publicText) {
    this(SealingKeys.publicKeys(publicText));
  }

  private TokenSealer(KeysetHandle keys) {
    this.encrypt = SealingKeys.primitive(keys, HybridEncrypt.class);
    this.keyId = SealingKeys.keyIdOf(keys);
  }

  /**
   * A sealer for a service that can open as well and makes tokens itself: the private text contains
   * the public one.
   *
   * @param privateText {@link SealingKeys#privateText()}
   * @throws IllegalArgumentException when the text is no private key
   */
  public static TokenSealer ofOpener(String privateText) {
    return new TokenSealer(SealingKeys.publicHalf(SealingKeys.privateKeys(privateText)));
  }

  /** Seals a token for one bot: for another it cannot be opened. */
  public SealedToken seal(String token, BotId bot) {
    try {
      byte[] ciphertext =
          encrypt.encrypt(token.getBytes(StandardCharsets.UTF_8), TokenOpener.context(bot));
      return new SealedToken(keyId, Base64.getEncoder().encodeToString(ciphertext));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token could not be sealed", e);
    }
  }
}
