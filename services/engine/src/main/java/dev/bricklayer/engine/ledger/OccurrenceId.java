package dev.bricklayer.engine.ledger;

import dev.bricklayer.contracts.JobId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Names an occurrence outside the ledger: Mattermost's {@code pending_post_id}, a prop on the post.
 * A UUID of version 5 in the name space of its job, so it can be computed wherever job and instant
 * are known, and no other job of any installation has it.
 */
public record OccurrenceId(UUID value) {

  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** The id of the job's occurrence at this instant. */
  public static OccurrenceId of(JobId job, Instant plannedAt) {
    MessageDigest sha1 = sha1();
    sha1.update(bytes(job.value()));
    sha1.update(plannedAt.toString().getBytes(StandardCharsets.US_ASCII));
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
    long high = (digest.getLong() & ~0xf000L) | VERSION_5;
    long low = (digest.getLong() & ~(3L << 62)) | VARIANT;
    return new OccurrenceId(new UUID(high, low));
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
