package dev.bricklayer.storage.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Refusal;

/** What storage knows of the first job of a bot that is being created. */
public sealed interface StoredJob {

  /** Never heard of. */
  record Unknown() implements StoredJob {}

  /** Kept without credentials: the bot's account is yet to be made. */
  record Noted(BotId botId, Job job) implements StoredJob {}

  /** Kept with its credentials, not yet current. */
  record Pending(BotId botId, Credentials credentials, Job job) implements StoredJob {}

  /** Current: the credentials are the bot's for good. */
  record Current(BotId botId, Job job) implements StoredJob {}

  /** The tombstone: erased, whatever arrives later. */
  record Gone(BotId botId, Refusal refusal) implements StoredJob {}
}
