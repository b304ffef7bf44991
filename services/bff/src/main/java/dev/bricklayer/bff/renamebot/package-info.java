/** The bff's part in rename-bot: it starts the saga, owns its deadline, and tells how it ended. */
@NullMarked
package dev.bricklayer.bff.renamebot;

import org.jspecify.annotations.NullMarked;
