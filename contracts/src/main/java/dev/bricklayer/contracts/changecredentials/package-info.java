/** The saga change-credentials: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.changecredentials;

import org.jspecify.annotations.NullMarked;
