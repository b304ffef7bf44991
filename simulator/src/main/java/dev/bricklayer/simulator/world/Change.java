package dev.bricklayer.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A row that became another.
 *
 * @param before what was; null for nothing
 * @param after what is; an ended membership is told by its own fields
 */
public record Change(@Nullable Row before, Row after) {}
