package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.state.JobState;

/**
 * A job as storage last said it.
 *
 * @param revision the current one
 */
public record JobStatus(long revision, JobState.Status status) {}
