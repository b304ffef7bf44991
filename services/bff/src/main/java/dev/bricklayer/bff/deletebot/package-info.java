/** The bff's part in delete-bot: it starts the saga, repeats it, and tells how it ended. */
@NullMarked
package dev.bricklayer.bff.deletebot;

import org.jspecify.annotations.NullMarked;
