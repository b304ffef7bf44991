package dev.bricklayer.bff.operation;

import java.time.Instant;

/**
 * An operation that a person should look at.
 *
 * @param askedSince since when the pivot's owner is asked to end it
 */
public record Stuck(Operation operation, Instant askedSince) {}
