/** Operations: what a person or program started and how it ended. */
@NullMarked
package dev.bricklayer.bff.operation;

import org.jspecify.annotations.NullMarked;
