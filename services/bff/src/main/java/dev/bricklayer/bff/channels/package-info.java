/** How channels are called. */
@NullMarked
package dev.bricklayer.bff.channels;

import org.jspecify.annotations.NullMarked;
