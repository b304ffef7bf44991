/** The saga delete-bot: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.deletebot;

import org.jspecify.annotations.NullMarked;
