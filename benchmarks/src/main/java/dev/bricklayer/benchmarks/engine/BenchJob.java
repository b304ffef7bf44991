package dev.bricklayer.benchmarks.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The jobs of all who are compared, by number: the same ids everywhere, five jobs to a bot. */
record BenchJob(UUID id, UUID bot) {

  static BenchJob number(int i) {
    return new BenchJob(md5("job" + i), md5("bot" + i / 5));
  }

  /** As PostgreSQL's {@code md5(text)::uuid}. */
  private static UUID md5(String text) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
