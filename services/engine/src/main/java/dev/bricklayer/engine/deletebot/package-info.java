/**
 * The engine's part in delete-bot: nothing is sent any more, what is being sent ends, and then
 * nothing is left but a tombstone that every other decision asks.
 */
@NullMarked
package dev.bricklayer.engine.deletebot;

import org.jspecify.annotations.NullMarked;
