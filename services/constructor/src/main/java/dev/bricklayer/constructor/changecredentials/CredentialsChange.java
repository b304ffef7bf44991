package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;

/** What constructor knows of one run of change-credentials. */
public sealed interface CredentialsChange {

  /** Never heard of. */
  record Unheard() implements CredentialsChange {}

  /** The bot is in hand while the new credentials are being verified. */
  record Verifying(BotId botId) implements CredentialsChange {}

  /**
   * The bot is in hand and the new account is known; the others have their turn.
   *
   * @param account the new one, not yet the bot's
   */
  record Verified(BotId botId, BotAccount account) implements CredentialsChange {}

  /** The bot speaks as the new account, and nobody has it in hand. */
  record Settled(BotId botId) implements CredentialsChange {}

  /** The tombstone: the bot is as it was, whatever arrives later. */
  record Undone(BotId botId, Refusal refusal) implements CredentialsChange {}
}
