package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence's row in the ledger.
 *
 * @param late whether it was claimed too late
 * @param attempt how often it was taken
 * @param sendingUntil until when a sender has it to itself; null unless SENDING
 * @param doubtSince the first request whose outcome is not known; null when there is none
 * @param doubtIn the channel of that request
 * @param laterDue how many later occurrences of the job stand in the ledger and are due
 * @param laterMissed whether one of those was claimed too late
 * @param withdrawn how it ends should it come back unsent: the job was changed while it was being
 *     sent; null while it is wanted
 * @param manual what is different where somebody asked for it beside the schedule; null where
 *     nobody did
 */
record LedgerEntry(
    OccurrenceState state,
    boolean late,
    int attempt,
    @Nullable Instant sendingUntil,
    @Nullable Instant doubtSince,
    @Nullable ChannelId doubtIn,
    int laterDue,
    boolean laterMissed,
    @Nullable OccurrenceState withdrawn,
    @Nullable Manual manual) {

  /**
   * None of the schedule's instants: no rule for what was missed is its.
   *
   * @param target where it goes; null when it goes to the job's channel
   */
  record Manual(@Nullable ChannelId target) {}

  boolean isManual() {
    return manual != null;
  }

  /** Where it goes. */
  ChannelId channelOr(ChannelId ofTheJob) {
    return manual == null ? ofTheJob : Objects.requireNonNullElse(manual.target(), ofTheJob);
  }
}
