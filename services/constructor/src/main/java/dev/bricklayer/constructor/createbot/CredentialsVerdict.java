package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.Refusal;

/** What is known of credentials once Mattermost was asked. */
public sealed interface CredentialsVerdict {

  /** There is a token, and this is known of it. */
  record Token(TokenVerdict verdict) implements CredentialsVerdict {}

  /** An account can be made, and speak where it shall. */
  record AccountPossible() implements CredentialsVerdict {}

  /** None can, or it may not speak there. */
  record AccountRefused(Refusal refusal) implements CredentialsVerdict {}
}
