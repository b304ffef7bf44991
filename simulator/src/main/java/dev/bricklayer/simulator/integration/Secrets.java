package dev.bricklayer.simulator.integration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The server's keys: one to sign what integrations bring back, one to hide what clients bring back.
 * They end with the process, and with them what they made: unlike on a real server, but all of it
 * is short-lived.
 */
final class Secrets {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final KeyPair signing;
  private final SecretKey hiding;

  Secrets() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(256);
      signing = pairs.generateKeyPair();
      KeyGenerator keys = KeyGenerator.getInstance("AES");
      keys.init(256);
      hiding = keys.generateKey();
    } catch (GeneralSecurityException missingInThisJvm) {
      throw new IllegalStateException(missingInThisJvm);
    }
  }

  byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initSign(signing.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether this key signed the text.
   *
   * @throws SignatureException if it is no signature at all
   */
  boolean signed(String text, byte[] signed) throws SignatureException {
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initVerify(signing.getPublic());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed);
    } catch (SignatureException noSignature) {
      throw noSignature;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String hide(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, hiding, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] both = ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array();
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was hidden; empty for what this key did not hide, or was changed since. */
  Optional<String> reveal(String hidden) {
    try {
      byte[] both = Base64.getDecoder().decode(hidden);
      if (both.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE, hiding, new GCMParameterSpec(TAG_BITS, both, 0, NONCE_BYTES));
      byte[] text = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
