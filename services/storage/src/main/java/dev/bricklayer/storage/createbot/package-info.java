/** Storage's part in create-bot. */
@NullMarked
package dev.bricklayer.storage.createbot;

import org.jspecify.annotations.NullMarked;
