/** Constructor's part in delete-bot: the pivot, which gives the name up, and the end. */
@NullMarked
package dev.bricklayer.constructor.deletebot;

import org.jspecify.annotations.NullMarked;
