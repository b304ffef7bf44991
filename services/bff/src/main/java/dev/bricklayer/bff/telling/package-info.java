/** Answers that reach a person later, or by another way than the one they asked on. */
@NullMarked
package dev.bricklayer.bff.telling;

import org.jspecify.annotations.NullMarked;
