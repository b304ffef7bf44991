package dev.bricklayer.bff.installation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is kept of a command's token: enough to know it again, and nothing to call with. The tokens
 * are random and long, so that a plain digest cannot be searched.
 */
final class Fingerprint {

  private final byte[] sha256;

  Fingerprint(byte[] sha256) {
    this.sha256 = sha256;
  }

  static Fingerprint of(String token) {
    try {
      return new Fingerprint(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  byte[] sha256() {
    return sha256.clone();
  }

  /** In a time that does not tell how much of it was right. */
  boolean isOf(Fingerprint presented) {
    return MessageDigest.isEqual(sha256, presented.sha256);
  }
}
