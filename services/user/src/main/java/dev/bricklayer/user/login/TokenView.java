package dev.bricklayer.user.login;

/**
 * What a log-in or refresh gives (RFC 6749 in camel case).
 *
 * @param expiresIn seconds
 */
record TokenView(String accessToken, String tokenType, long expiresIn, String refreshToken) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "TokenView[…]";
  }
}
