package dev.bricklayer.bff.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next the address of the piece that follows; absent when there is none
 */
public record Page<T>(List<T> items, @Nullable String next) {}
