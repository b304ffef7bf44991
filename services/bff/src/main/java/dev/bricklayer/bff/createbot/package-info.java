/** The bff's part in create-bot: the operation and its deadline. */
@NullMarked
package dev.bricklayer.bff.createbot;

import org.jspecify.annotations.NullMarked;
