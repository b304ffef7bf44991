package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotAccount;

/** What is known of a token once it was looked at. */
public sealed interface TokenVerdict {

  /** A living bot account's. */
  record OfBot(BotAccount account) implements TokenVerdict {}

  /** Nobody's, or switched off. */
  record Invalid() implements TokenVerdict {}

  /** A person's, who could do more with it than a reminder bot should. */
  record OfPerson() implements TokenVerdict {}

  /**
   * Mattermost could not be asked: it was sealed for another installation's key, or for another
   * bot. No retry would change that.
   */
  record Unopenable() implements TokenVerdict {}
}
