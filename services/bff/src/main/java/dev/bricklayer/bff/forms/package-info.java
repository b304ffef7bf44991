/** Forms: what they ask, and what happens when they are sent. */
@NullMarked
package dev.bricklayer.bff.forms;

import org.jspecify.annotations.NullMarked;
