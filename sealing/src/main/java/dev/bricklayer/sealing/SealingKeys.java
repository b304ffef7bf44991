package dev.bricklayer.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A key pair as settings carry it: Base64 of Tink's JSON keyset. The private text contains the
 * public one; several keys in one keyset allow a change of keys without opening anything again.
 *
 * @param publicText for the bff
 * @param privateText for constructor and engine
 */
public record SealingKeys(String publicText, String privateText) {

  private static final HpkeParameters HPKE;

  static {
    try {
      HybridConfig.register();
      HPKE =
          HpkeParameters.builder()
              .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
              .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
              .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
              .setVariant(HpkeParameters.Variant.TINK)
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do hybrid encryption", e);
    }
  }

  /** Makes a new pair: HPKE with X25519, HKDF-SHA256 and AES-256-GCM (RFC 9180). */
  public static SealingKeys generate() {
    try {
      KeysetHandle pair = KeysetHandle.generateNew(HPKE);
      return new SealingKeys(
          encoded(
              TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle())),
          encoded(TinkJsonProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  @Override
  public String toString() {
    return "SealingKeys[hidden]";
  }

  static KeysetHandle publicKeys(String text) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(decoded(text));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the public sealing key is not one that Bricklayer made: Base64 of a Tink JSON keyset",
          e);
    }
  }

  static KeysetHandle privateKeys(String text) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(decoded(text), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the private sealing key is not one that Bricklayer made: Base64 of a Tink JSON keyset",
          e);
    }
  }

  static KeysetHandle publicHalf(KeysetHandle pair) {
    try {
      return pair.getPublicKeysetHandle();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the private sealing key has no public half", e);
    }
  }

  static String keyIdOf(KeysetHandle keys) {
    return Integer.toUnsignedString(keys.getPrimary().getId());
  }

  static <T> T primitive(KeysetHandle keys, Class<T> primitive) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), primitive);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the sealing key cannot be used", e);
    }
  }

  private static String encoded(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
  }
}
