package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.renamebot.BotRenamed;

/** What constructor knows of one run of rename-bot. */
public sealed interface Renaming {

  /** Never heard of. */
  record Unheard() implements Renaming {}

  /** The pivot was taken; what was said then is said again to whoever asks. */
  record Renamed(BotRenamed said) implements Renaming {}

  /** The tombstone: the bot keeps its name, whatever arrives later. */
  record Refused(BotId botId, Refusal refusal) implements Renaming {}
}
