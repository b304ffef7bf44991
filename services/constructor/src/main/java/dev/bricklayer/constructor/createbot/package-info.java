/** Constructor's part in create-bot. */
@NullMarked
package dev.bricklayer.constructor.createbot;

import org.jspecify.annotations.NullMarked;
