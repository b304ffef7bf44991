package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotAccount;

/** What Mattermost said about a token. */
public sealed interface TokenVerdict {

  /** A living bot account's. */
  record OfBot(BotAccount account) implements TokenVerdict {}

  /** Nobody's, or switched off. */
  record Invalid() implements TokenVerdict {}

  /** A person's, who could do more with it than a reminder bot should. */
  record OfPerson() implements TokenVerdict {}
}
