package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.schedule.ScheduleSpec;

/**
 * A job as it fires while its lock is held.
 *
 * @param run as it was last said
 * @param beingSent whether a sender has one of its occurrences in hand
 * @param underWay whether any occurrence of it is not final
 */
public record PlannedNow(
    PlannedChannel channel,
    ScheduleSpec schedule,
    boolean paused,
    RunState run,
    boolean beingSent,
    boolean underWay) {}
