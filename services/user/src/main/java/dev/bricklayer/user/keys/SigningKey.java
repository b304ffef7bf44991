package dev.bricklayer.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key.
 *
 * @param key with its private half
 * @param signsFrom until then it is only published
 */
record SigningKey(ECKey key, Instant signsFrom) {

  /** Without the key. */
  @Override
  public String toString() {
    return "SigningKey[" + key.getKeyID() + ", signs from " + signsFrom + "]";
  }
}
