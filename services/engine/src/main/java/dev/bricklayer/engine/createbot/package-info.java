/** The engine's part in create-bot: the pivot and the arbitration. */
@NullMarked
package dev.bricklayer.engine.createbot;

import org.jspecify.annotations.NullMarked;
