package dev.bricklayer.bff.operation;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's {@code Idempotency-Key} and what was asked under it.
 *
 * @param key as sent
 * @param hash SHA-256 over everything that was asked: the request itself may hold a token and is
 *     not kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the database only
public record RequestKey(String key, byte[] hash) {

  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Reads the header.
   *
   * @param header as sent; absent when it was not
   * @param asked everything that was asked, in a form that is the same whenever the same is
   * @throws Problem when no such key can be kept
   */
  public static Optional<RequestKey> of(@Nullable String header, Supplier<byte[]> asked) {
    if (header == null) {
      return Optional.empty();
    }
    if (!VISIBLE_ASCII.matcher(header).matches()) {
      throw Problem.of(
          400,
          List.of(
              Fault.inHeader(HEADER, "malformed", Refusals.WORDS.text("idempotency-key-form"))));
    }
    return Optional.of(new RequestKey(header, sha256(asked.get())));
  }

  private static byte[] sha256(byte[] asked) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(asked);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RequestKey[" + key + "]";
  }
}
