package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import java.time.Instant;

/** What the engine knows of the first job of a bot that is being created. */
public sealed interface Plan {

  /** Never heard of. */
  record Unknown() implements Plan {}

  /** Its schedule was looked at; its bot gets an account meanwhile. */
  record Checked(BotId botId) implements Plan {}

  /** Its channel is being looked at. */
  record Checking(BotId botId) implements Plan {}

  /** The pivot was taken: it fires. */
  record Planned(
      BotId botId, JobId jobId, long revision, PlannedChannel channel, Instant firstRunAt)
      implements Plan {}

  /** The tombstone: it never fires, whatever arrives later. */
  record Gone(BotId botId, Refusal refusal) implements Plan {}
}
