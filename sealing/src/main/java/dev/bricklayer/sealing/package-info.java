/** Hybrid encryption of bot tokens: whoever may seal cannot open. */
@NullMarked
package dev.bricklayer.sealing;

import org.jspecify.annotations.NullMarked;
