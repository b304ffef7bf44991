package dev.bricklayer.bff.intent;

import org.jspecify.annotations.Nullable;

/**
 * What a button carries.
 *
 * @param press what it means
 * @param hook where answers go, of a button that only one person sees; null for one on a card
 */
public record ButtonNote(Press press, @Nullable String hook) {}
