package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.Refusal;
import java.util.Set;

/** What Mattermost said about an account and the channels of a bot's jobs. */
public sealed interface CredentialsVerdict {

  /**
   * The account may speak in all of them.
   *
   * @param channels their ids
   */
  record Good(Set<String> channels) implements CredentialsVerdict {}

  /** It may not in one of them, or nowhere. */
  record Bad(Refusal refusal) implements CredentialsVerdict {}
}
