package dev.bricklayer.bff.telling;

/** Where something was told in the end. */
public sealed interface Told {

  /** Where it was meant to be. */
  record AsMeant() implements Told {}

  /**
   * In the direct channel with our bot.
   *
   * @param link leads there; relative to the server's address
   */
  record InDirect(String link) implements Told {}

  /** Nowhere: Mattermost is away, or there is no bot that could speak. */
  record Nowhere() implements Told {}
}
