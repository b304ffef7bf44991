/** Clicks on buttons. */
@NullMarked
package dev.bricklayer.bff.action;

import org.jspecify.annotations.NullMarked;
