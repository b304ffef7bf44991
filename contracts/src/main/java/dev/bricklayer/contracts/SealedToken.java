package dev.bricklayer.contracts;

/**
 * A bot token that only constructor and engine can open.
 *
 * @param keyId the key pair it was sealed for, so that keys can be changed
 * @param ciphertext Base64 of the hybrid encryption's output, bound to the bot's id
 */
public record SealedToken(String keyId, String ciphertext) {

  @Override
  public String toString() {
    return "SealedToken[" + keyId + "]";
  }
}
