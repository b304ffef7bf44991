package dev.bricklayer.contracts;

/**
 * A job at one revision.
 *
 * @param revision starts at 1 and grows by one with each change
 */
public record Job(JobId id, long revision, JobContent content) {}
