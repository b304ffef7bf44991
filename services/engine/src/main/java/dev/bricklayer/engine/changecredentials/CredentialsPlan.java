package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;

/** What the engine knows of one run of change-credentials. */
public sealed interface CredentialsPlan {

  /** Never heard of. */
  record Unheard() implements CredentialsPlan {}

  /** The channels are being looked at. */
  record Checking(BotId botId) implements CredentialsPlan {}

  /** The pivot was taken: the bot speaks with the new ones. */
  record Taken(BotId botId) implements CredentialsPlan {}

  /** The tombstone: it never will, whatever arrives later. */
  record Rejected(BotId botId, Refusal refusal) implements CredentialsPlan {}
}
