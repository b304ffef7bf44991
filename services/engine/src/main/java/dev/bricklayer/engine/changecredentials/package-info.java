/** The engine's part in change-credentials: the pivot and the arbitration. */
@NullMarked
package dev.bricklayer.engine.changecredentials;

import org.jspecify.annotations.NullMarked;
