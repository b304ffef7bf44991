package dev.bricklayer.bff.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs that are computed from a name: version 5 of RFC 9562. */
final class NameBasedId {

  private static final long VERSION = 5;

  private NameBasedId() {}

  /** The same for the same name of the same namespace, everywhere and for good. */
  static UUID of(UUID namespace, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole =
        ByteBuffer.allocate(16 + text.length)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .put(text);
    ByteBuffer hash = ByteBuffer.wrap(sha1(whole.array()));
    long high = (hash.getLong() & ~0xF000L) | (VERSION << 12);
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
