package dev.bricklayer.sealing;

import com.google.crypto.tink.HybridDecrypt;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SealedToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Opens what {@link TokenSealer} sealed. Only constructor and engine have one. */
public final class TokenOpener {

  private final HybridDecrypt decrypt;

  /**
   * An opener.
   *
   * @param privateText {@link SealingKeys#privateText()}
   * @throws IllegalArgumentException when the text is no private key
   */
  public TokenOpener(String privateText) {
    this.decrypt = SealingKeys.primitive(SealingKeys.privateKeys(privateText), HybridDecrypt.class);
  }

  /**
   * The token in clear: use it at once, keep it nowhere.
   *
   * @throws UnopenableTokenException when it was sealed with another key, for another bot, or
   *     changed on the way
   */
  public String open(SealedToken sealed, BotId bot) {
    try {
      byte[] clear = decrypt.decrypt(Base64.getDecoder().decode(sealed.ciphertext()), context(bot));
      return new String(clear, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnopenableTokenException(sealed.keyId(), e);
    }
  }

  static byte[] context(BotId bot) {
    return ("bricklayer bot token " + bot).getBytes(StandardCharsets.UTF_8);
  }
}
