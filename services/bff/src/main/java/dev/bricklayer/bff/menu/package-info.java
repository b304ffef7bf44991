/** The menu and the help: answered from memory, whatever is down. */
@NullMarked
package dev.bricklayer.bff.menu;

import org.jspecify.annotations.NullMarked;
