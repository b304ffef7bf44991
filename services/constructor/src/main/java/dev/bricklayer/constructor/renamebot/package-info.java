/** Constructor's part in rename-bot: the pivot and the arbitration. */
@NullMarked
package dev.bricklayer.constructor.renamebot;

import org.jspecify.annotations.NullMarked;
