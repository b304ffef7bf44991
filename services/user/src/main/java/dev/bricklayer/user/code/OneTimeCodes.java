package dev.bricklayer.user.code;

import dev.bricklayer.sealing.OwnKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes codes, and recognises them by what is kept. A plain hash of so short a text could be
 * reversed by whoever has the database; this takes the service's own key as well.
 */
@Component
public class OneTimeCodes {

  private static final String MAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  OneTimeCodes(OwnKey ownKey) {
    key = new SecretKeySpec(ownKey.derived("one-time codes"), MAC);
  }

  /** A new one. */
  public OneTimeCode make() {
    return new OneTimeCode(
        random
            .ints(OneTimeCode.LENGTH, 0, OneTimeCode.ALPHABET.length())
            .mapToObj(i -> OneTimeCode.ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining()));
  }

  /** What is kept of it. */
  public byte[] macOf(OneTimeCode code) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(code.value().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  /** Whether that was kept of this one; it takes the same time whatever the answer. */
  public boolean matches(OneTimeCode code, byte[] kept) {
    return MessageDigest.isEqual(macOf(code), kept);
  }
}
