/** The saga change-job: its messages and its map. */
@NullMarked
package dev.bricklayer.contracts.changejob;

import org.jspecify.annotations.NullMarked;
