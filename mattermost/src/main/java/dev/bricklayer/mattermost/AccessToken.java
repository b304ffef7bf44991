package dev.bricklayer.mattermost;

import java.util.Objects;

/**
 * A token that a call is made with: a bot's, an administrator's, or a session's. Its text form
 * hides the value, so that it cannot reach a log by accident.
 *
 * @param value the secret itself, without "Bearer"
 */
public record AccessToken(String value) {

  private static final int LONGEST = 512;

  /**
   * Takes a token as it was pasted or given.
   *
   * @throws IllegalArgumentException if it is empty, longer than 512 characters or holds anything
   *     but visible ASCII, which could not stand in a header
   */
  public AccessToken {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty()
        || value.length() > LONGEST
        || !value.chars().allMatch(AccessToken::visible)) {
      throw new IllegalArgumentException("An access token is 1 to 512 visible ASCII characters");
    }
  }

  private static boolean visible(int c) {
    return c > ' ' && c < 0x7f;
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
