package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.PlannedChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a job fires from now on.
 *
 * @param channel where it speaks
 * @param requester Mattermost's id of whoever asked for it; absent where the person is linked to
 *     nobody
 * @param paused whether it stands still until it is resumed
 * @param anew whether what was planned by the rule before is taken back and the rule begins with
 *     {@code nextRunAt}; otherwise all stays as it was planned
 * @param nextRunAt the first instant after now; absent when nothing is planned
 */
public record Planning(
    PlannedChannel channel,
    @Nullable String requester,
    boolean paused,
    boolean anew,
    @Nullable Instant nextRunAt) {}
