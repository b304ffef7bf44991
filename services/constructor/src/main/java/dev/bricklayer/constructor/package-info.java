/** The constructor service: the life of bots. */
@NullMarked
package dev.bricklayer.constructor;

import org.jspecify.annotations.NullMarked;
