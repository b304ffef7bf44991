package dev.bricklayer.engine.ledger;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import java.time.Instant;

/**
 * A job at one planned instant.
 *
 * @param plannedAt with microseconds, as the database keeps it
 */
public record Occurrence(JobId jobId, BotId botId, Instant plannedAt) {

  /** Its name everywhere outside the ledger: made of job and instant, the same at every attempt. */
  public OccurrenceId id() {
    return OccurrenceId.of(jobId, plannedAt);
  }
}
