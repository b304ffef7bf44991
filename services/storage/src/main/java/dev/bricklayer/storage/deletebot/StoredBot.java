package dev.bricklayer.storage.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import java.util.List;

/** What storage knows of one bot that is to go. */
public sealed interface StoredBot {

  /** What is kept of it, be it nothing. */
  record Kept(BotId botId, List<KeptJob> jobs) implements StoredBot {}

  /** The tombstone: erased, whatever arrives later. */
  record Gone(BotId botId) implements StoredBot {}

  /**
   * A job as it is kept.
   *
   * @param job at its current revision
   * @param version of what was said of it last
   */
  record KeptJob(Job job, long version) {}
}
