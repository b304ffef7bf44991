/** The saga create-bot: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.createbot;

import org.jspecify.annotations.NullMarked;
