/** The saga rename-bot: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.renamebot;

import org.jspecify.annotations.NullMarked;
