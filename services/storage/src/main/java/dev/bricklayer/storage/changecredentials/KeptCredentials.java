package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Refusal;

/** What storage knows of one run of change-credentials. */
public sealed interface KeptCredentials {

  /** Never heard of. */
  record Unheard() implements KeptCredentials {}

  /** The bot is gone: nothing is kept for it any more. */
  record BotGone() implements KeptCredentials {}

  /** The new are kept beside the old. */
  record Both(BotId botId, Credentials fresh) implements KeptCredentials {}

  /** Only the new are kept. */
  record Settled(BotId botId) implements KeptCredentials {}

  /** The tombstone: only the old are kept, whatever arrives later. */
  record Dropped(BotId botId, Refusal refusal) implements KeptCredentials {}
}
