package dev.bricklayer.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords, so that they do not stand in the journal. Cheap on purpose: they are {@code
 * name-demo}.
 */
public final class Passwords {

  private static final int ROUNDS = 1000;
  private static final int BITS = 256;

  private Passwords() {}

  /** The hash with its salt before it. */
  public static String hash(String password, String salt) {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return salt + '$' + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException missingInThisJvm) {
      throw new IllegalStateException(missingInThisJvm);
    }
  }

  /** Whether a password made this hash. */
  public static boolean matches(String password, String hash) {
    int salt = hash.indexOf('$');
    return salt > 0
        && !password.isEmpty()
        && MessageDigest.isEqual(
            hash(password, hash.substring(0, salt)).getBytes(StandardCharsets.UTF_8),
            hash.getBytes(StandardCharsets.UTF_8));
  }
}
