package dev.bricklayer.engine.publish;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Instant;

/**
 * An occurrence on its way from the leader to whichever copy delivers it. It says which, nothing
 * more: text, channel and token are read when it is sent.
 */
public record OccurrenceDue(JobId jobId, BotId botId, Instant plannedAt) {

  /** The engine's own topic, keyed by bot. */
  public static final String TOPIC = "engine.occurrence.due";

  static OccurrenceDue of(Occurrence occurrence) {
    return new OccurrenceDue(occurrence.jobId(), occurrence.botId(), occurrence.plannedAt());
  }

  /** As JSON. Written by hand, for it is written for every occurrence, many at a time. */
  String json() {
    return "{\"jobId\":\""
        + jobId
        + "\",\"botId\":\""
        + botId
        + "\",\"plannedAt\":\""
        + plannedAt
        + "\"}";
  }

  /** The occurrence. */
  public Occurrence occurrence() {
    return new Occurrence(jobId, botId, plannedAt);
  }
}
