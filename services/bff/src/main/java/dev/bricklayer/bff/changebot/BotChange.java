package dev.bricklayer.bff.changebot;

/** What is to be different about a bot. */
sealed interface BotChange {

  /** Its name. */
  record Name(String name) implements BotChange {}

  /**
   * What it speaks with.
   *
   * @param token in clear: sealed before anything else happens, kept nowhere
   */
  record Token(String token) implements BotChange {

    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }
}
