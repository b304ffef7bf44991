/** Whose a bot is: constructor says it, and may say it anew. */
@NullMarked
package dev.bricklayer.engine.owner;

import org.jspecify.annotations.NullMarked;
