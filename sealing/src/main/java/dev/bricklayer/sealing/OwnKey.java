package dev.bricklayer.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A service's own key: what it seals with it only it can open, in any of its copies. Every purpose
 * has a key derived for it (HKDF-SHA256, RFC 5869), so that what is sealed for one cannot be passed
 * off as made for another.
 *
 * <p>Unlike {@link TokenSealer}'s this encryption is symmetric: AES-256-GCM with a random nonce in
 * front of the ciphertext.
 */
public final class OwnKey {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  /**
   * A key as settings carry it.
   *
   * @param text Base64 of 32 random bytes, such as {@code openssl rand -base64 32} makes
   * @throws IllegalArgumentException when it is anything else
   */
  public OwnKey(String text) {
    byte[] bytes = decoded(text);
    if (bytes.length != KEY_BYTES) {
      throw unusable(null);
    }
    this.key = new SecretKeySpec(bytes, "Generic");
  }

  /** A new one, as text. */
  public static String generate() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Thirty-two bytes that belong to this key and this purpose; the same every time. */
  public byte[] derived(String purpose) {
    HKDFParameterSpec derivation =
        HKDFParameterSpec.ofExtract()
            .addIKM(key)
            .thenExpand(("bricklayer " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot derive keys", e);
    }
  }

  /** Seals a text for a purpose. */
  public byte[] seal(String purpose, String clear) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] text = clear.getBytes(StandardCharsets.UTF_8);
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text);
      byte[] sealed = new byte[NONCE_BYTES + ciphertext.length];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a text could not be sealed", e);
    }
  }

  /**
   * The text in clear.
   *
   * @throws UnopenableTextException when it was sealed with another key, for another purpose, or
   *     changed since
   */
  public String open(String purpose, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      throw new UnopenableTextException(purpose, null);
    }
    try {
      byte[] clear =
          cipher(Cipher.DECRYPT_MODE, purpose, sealed)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(clear, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new UnopenableTextException(purpose, e);
    }
  }

  private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode,
        new SecretKeySpec(derived(purpose), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    return cipher;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private static IllegalArgumentException unusable(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "a service's own key is Base64 of 32 bytes; openssl rand -base64 32 makes one", cause);
  }

  @Override
  public String toString() {
    return "OwnKey[hidden]";
  }
}
