package dev.bricklayer.bff.journal;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.state.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an occurrence.
 *
 * @param id its name in Mattermost
 * @param plannedAt its instant; of several that were missed in a row, the last
 * @param at when it became so
 * @param postId Mattermost's id of the post
 * @param code what has to be mended before the next one can be posted
 * @param reason what Mattermost or the engine said
 * @param manual whether somebody asked for it beside the schedule
 */
record Entry(
    UUID id,
    Instant plannedAt,
    RunState.Outcome outcome,
    Instant at,
    @Nullable String postId,
    @Nullable RefusalCode code,
    @Nullable String reason,
    @Nullable Missed missed,
    boolean manual) {

  /** Several in a row. */
  record Missed(Instant first, int count) {}

  static Entry of(ReminderPosted event) {
    return new Entry(
        event.occurrence(),
        event.plannedAt(),
        RunState.Outcome.SENT,
        event.at(),
        event.postId(),
        null,
        null,
        null,
        event.manual());
  }

  static Entry of(ReminderMissed event) {
    return new Entry(
        event.occurrence(),
        event.plannedAt(),
        RunState.Outcome.MISSED,
        event.at(),
        null,
        null,
        null,
        new Missed(event.first(), event.count()),
        false);
  }

  static Entry of(ReminderUndeliverable event) {
    return new Entry(
        event.occurrence(),
        event.plannedAt(),
        event.maybePosted() ? RunState.Outcome.UNKNOWN : RunState.Outcome.FAILED,
        event.at(),
        null,
        event.code(),
        event.reason(),
        null,
        event.manual());
  }
}
