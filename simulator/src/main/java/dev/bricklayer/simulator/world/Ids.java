package dev.bricklayer.simulator.world;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Makes ids and tokens that look like Mattermost's: 26 characters, lower-case letters and digits.
 */
public final class Ids {

  private static final char[] ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769".toCharArray();
  private static final int LENGTH = 26;

  private final RandomGenerator random;

  public Ids() {
    this(new SecureRandom());
  }

  Ids(RandomGenerator random) {
    this.random = random;
  }

  /** 130 random bits. */
  public String fresh() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      id[i] = ALPHABET[bytes[i] & 31];
    }
    return new String(id);
  }
}
