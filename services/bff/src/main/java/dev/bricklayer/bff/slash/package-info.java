/** The slash command: what was typed, and what comes of it. */
@NullMarked
package dev.bricklayer.bff.slash;

import org.jspecify.annotations.NullMarked;
