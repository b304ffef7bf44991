package dev.bricklayer.engine.deletejob;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.planning.PlannedNow;

/** What the engine knows of a job that is to go. */
public sealed interface PlannedOrGone {

  /** Never heard of. */
  record Unknown(JobId jobId) implements PlannedOrGone {}

  /** It fires, or stands still. */
  record Planned(PlannedNow now) implements PlannedOrGone {}

  /**
   * The tombstone: it never fires, whatever arrives later.
   *
   * @param beingSent whether an occurrence was being sent when it came
   */
  record Gone(JobId jobId, boolean beingSent) implements PlannedOrGone {}
}
