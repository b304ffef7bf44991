package dev.bricklayer.bff.signing;

import dev.bricklayer.sealing.OwnKey;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key of its own. */
final class Fingerprints {

  private static final String MAC = "HmacSHA256";

  private Fingerprints() {}

  static byte[] of(OwnKey key, byte[] said) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.derived("fingerprints"), MAC));
      return mac.doFinal(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
