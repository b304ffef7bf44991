/** The saga delete-job: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.deletejob;

import org.jspecify.annotations.NullMarked;
