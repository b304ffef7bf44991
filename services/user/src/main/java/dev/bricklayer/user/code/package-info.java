/** Codes that people are shown once, carry somewhere else, and type there. */
@NullMarked
package dev.bricklayer.user.code;

import org.jspecify.annotations.NullMarked;
