/** Constructor's part in change-credentials: it takes the bot in hand, and lets go of it. */
@NullMarked
package dev.bricklayer.constructor.changecredentials;

import org.jspecify.annotations.NullMarked;
