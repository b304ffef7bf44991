package dev.bricklayer.bff.sharedbots;

import dev.bricklayer.mattermost.AccessToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is kept of a token: enough to know it again, and nothing to call with. */
@SuppressWarnings("ArrayRecordComponent") // compared by the database only
record TokenDigest(byte[] sha256) {

  static TokenDigest of(AccessToken token) {
    try {
      byte[] text = token.value().getBytes(StandardCharsets.UTF_8);
      return new TokenDigest(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
