/** Schedules, read with this installation's settings. */
@NullMarked
package dev.bricklayer.bff.schedules;

import org.jspecify.annotations.NullMarked;
