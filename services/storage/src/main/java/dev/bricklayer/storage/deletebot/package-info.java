/** Storage's part in delete-bot. */
@NullMarked
package dev.bricklayer.storage.deletebot;

import org.jspecify.annotations.NullMarked;
