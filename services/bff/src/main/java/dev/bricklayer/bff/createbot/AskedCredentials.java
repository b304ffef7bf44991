package dev.bricklayer.bff.createbot;

/** What a bot shall speak with, as a person asks for it. */
public sealed interface AskedCredentials {

  /**
   * The token of a bot account that an administrator made.
   *
   * @param token in clear: sealed before it leaves this process, kept nowhere
   */
  record OwnToken(String token) implements AskedCredentials {

    @Override
    public String toString() {
      return "OwnToken[hidden]";
    }
  }

  /** An account of its own that Bricklayer makes. */
  record Managed() implements AskedCredentials {}

  /** Bricklayer's own bot. */
  record Shared() implements AskedCredentials {}
}
