/** The read model: bots and their jobs, as the state topics and the closing events tell of them. */
@NullMarked
package dev.bricklayer.bff.bots;

import org.jspecify.annotations.NullMarked;
