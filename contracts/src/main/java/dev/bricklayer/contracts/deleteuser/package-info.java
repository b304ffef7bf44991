/** The saga delete-user: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.deleteuser;

import org.jspecify.annotations.NullMarked;
